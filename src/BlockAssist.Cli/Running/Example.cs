namespace BlockAssist.Cli.Running;

/// <summary>A command line worth showing, and what it does.</summary>
internal readonly record struct Example(string CommandLine, string Meaning);
