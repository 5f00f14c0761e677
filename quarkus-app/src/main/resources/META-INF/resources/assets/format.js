// Numbers, times and causes as people read them.
"use strict";

const format = (() => {
  const grouped = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
  const one = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });
  const stamp = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" });
  const clock = new Intl.DateTimeFormat("en-GB", { timeStyle: "medium" });
  const UNITS = ["bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"];

  function bytes(value) {
    let unit = 0;
    let left = value;
    while (left >= 1024 && unit < UNITS.length - 1) {
      left /= 1024;
      unit++;
    }
    return (unit === 0 ? grouped : one).format(left) + " " + UNITS[unit];
  }

  function duration(millis) {
    const seconds = Math.round(millis / 1000);
    if (millis < 1000) {
      return millis + " ms";
    } else if (seconds < 60) {
      return seconds + " s";
    } else if (seconds < 3600) {
      return Math.floor(seconds / 60) + " min " + (seconds % 60) + " s";
    } else if (seconds < 86400) {
      return Math.floor(seconds / 3600) + " h " + Math.floor((seconds % 3600) / 60) + " min";
    }
    return Math.floor(seconds / 86400) + " d " + Math.floor((seconds % 86400) / 3600) + " h";
  }

  const STATES = {
    never: "never ran", scheduled: "scheduled", running: "running", held: "held", draining: "draining", pausing: "pausing", paused: "paused", waiting: "waits for a yes", cancelling: "cancelling", interrupted: "interrupted",
    done: "done", warnings: "needs a look", failed: "failed", cancelled: "cancelled"
  };

  // the cause of a failure, and what to do about it
  const FIXES = {
    AccessDenied: "Allow s3:GetObject on the source and s3:PutObject on the destination, and the use of their KMS keys.",
    NoSuchKey: "The object went away after it was listed. Nothing to do if somebody deleted it.",
    NoSuchBucket: "Create the bucket, or mend its name in the configuration.",
    InvalidObjectState: "The object is archived. Restore it, or set the job's option on-archived to skip or restore.",
    PreconditionFailed: "The object changed while it was copied. Run the job again, or set on-change=retry.",
    EntityTooLarge: "The service takes no object of this size.",
    KeyTooLongError: "The destination's prefix makes the key longer than 1,024 bytes. Choose a shorter one.",
    size: "The two objects differ in size. Copy it again.",
    etag: "The two objects differ in content. Copy it again.",
    checksum: "The two objects differ in content. Copy it again.",
    metadata: "The two objects differ in metadata.",
    tags: "The two objects differ in tags."
  };
  const OUTCOMES = {
    failed: "Failed", differs: "Different", missing: "Missing at the destination", extra: "At the destination only",
    unprovable: "Unprovable", undecided: "Undecided", copied: "Copied", skipped: "Skipped", deleted: "Deleted", same: "The same"
  };
  const OUTCOME_FIXES = {
    missing: "Run a copy of the same source and destination.",
    extra: "Nothing at the source has this key.",
    undecided: "The upload is old, and the service does not tell who began it. Abort it by hand, or set initiator=any for a prefix.",
    unprovable: "S3 tells nothing that proves either. Set the job's option check=checksum."
  };

  return {
    number: value => grouped.format(value),
    rate: value => (value < 10 ? one : grouped).format(value),
    bytes,
    duration,
    clock: millis => clock.format(new Date(millis)),
    time: text => stamp.format(new Date(text)),
    state: state => STATES[state] || state,
    outcome: outcome => OUTCOMES[outcome] || outcome,
    fix: (outcome, code) => FIXES[code] || OUTCOME_FIXES[outcome] || "The rows below have the service's own words."
  };
})();
