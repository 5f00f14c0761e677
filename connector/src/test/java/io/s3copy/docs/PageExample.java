/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.s3copy.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A code block of the component page. Its name is in the comment {@code // example: name} before it; the blocks of one
 * example, a language each, share it.
 *
 * @param name what the table of runs calls the example
 * @param language what the page says it is written in
 * @param line where it begins, counted from 1
 */
record PageExample(String name, String language, String code, int line) {

    static final Path PAGE = Path.of("src/main/docs/s3copy-component.adoc");

    private static final Pattern NAME = Pattern.compile("// example: ([a-z0-9-]+)");
    private static final Pattern LANGUAGE = Pattern.compile("\\[source,([a-z]+)]");
    private static final String FENCE = "----";

    /** Every block of the page, in its order; one without a name or a language is an error. */
    static List<PageExample> all() {
        List<String> lines;
        try {
            lines = Files.readAllLines(PAGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<PageExample> examples = new ArrayList<>();
        String name = null;
        for (int i = 0; i < lines.size(); i++) {
            Matcher named = NAME.matcher(lines.get(i));
            if (named.matches()) {
                name = named.group(1);
            } else if (lines.get(i).startsWith("==")) {
                // the ==== of tabs keeps the name, a heading ends it
                name = lines.get(i).startsWith("====") ? name : null;
            } else if (lines.get(i).startsWith(FENCE)) {
                int end = i + 1 + lines.subList(i + 1, lines.size()).indexOf(FENCE);
                examples.add(block(lines, name, i, end));
                i = end;
            }
        }
        return examples;
    }

    private static final Pattern BLOCK =
            Pattern.compile("<!-- example: ([a-z0-9-]+) -->|```([a-z]+)\\n(.*?)```", Pattern.DOTALL);

    /** Blocks of a page in Markdown, each after the comment with its name; those without a name have an empty one. */
    static List<PageExample> ofMarkdown(Path page) {
        String text;
        try {
            text = Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<PageExample> examples = new ArrayList<>();
        String name = "";
        Matcher blocks = BLOCK.matcher(text);
        while (blocks.find()) {
            if (blocks.group(1) != null) {
                name = blocks.group(1);
            } else {
                int line = (int) text.substring(0, blocks.start()).lines().count() + 1;
                boolean other =
                        blocks.group(2).equals("text") || blocks.group(2).equals("properties");
                examples.add(new PageExample(other ? "" : name, blocks.group(2), blocks.group(3), line));
            }
        }
        return examples;
    }

    private static PageExample block(List<String> lines, String name, int start, int end) {
        Matcher language = LANGUAGE.matcher(lines.get(start - 1));
        if (name == null || !language.matches() || end <= start) {
            throw new AssertionError(PAGE + ":" + (start + 1)
                    + ": a code block needs '// example: name' and [source,language] before it, and an end");
        }
        return new PageExample(
                name, language.group(1), String.join("\n", lines.subList(start + 1, end)) + "\n", start + 1);
    }

    @Override
    public String toString() {
        return name + " in " + language + " (line " + line + ")";
    }
}
