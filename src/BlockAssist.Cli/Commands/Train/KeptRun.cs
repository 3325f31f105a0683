namespace BlockAssist.Cli.Commands.Train;

/// <summary>A run of a training.</summary>
/// <param name="Folder">Where it keeps what it needs to go on.</param>
/// <param name="Resumes">Whether it goes on with what is there.</param>
/// <param name="Output">Where its model goes besides the node's own; null for nowhere.</param>
internal sealed record KeptRun(string Folder, bool Resumes, string? Output);
