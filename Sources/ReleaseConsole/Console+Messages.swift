extension Console {
  /// Says something worth knowing: `note: `.
  package func note(_ message: Message) { say(message, .info, prefix: "note: ", as: .faint) }

  /// Says that something was done.
  package func success(_ message: Message) { say(message, .info, prefix: "done: ", as: .success) }

  /// Says what is wrong without being in the way: `warning: `. Warnings must name what to do about them.
  package func warning(_ message: Message) { say(message, .warning, prefix: "warning: ", as: .warning) }

  /// Says what to type next: `hint: `.
  package func hint(_ message: Message) { say(message, .info, prefix: "hint: ", as: .hint) }

  /// Says what happens now.
  package func step(_ message: Message) { say(message, .info) }

  /// Says what only `--verbose` wants to know: `debug: `.
  package func verbose(_ message: Message) { say(message, .debug, prefix: "debug: ", as: .faint) }
}
