namespace BlockAssist.Cli.Contributing;

/// <summary>Whether contributions are recorded.</summary>
/// <param name="Records">Whether they are; null if nobody has been asked.</param>
internal sealed record ConsentReport(bool? Records);
