namespace BlockAssist.Net.Hub;

/// <summary>Something that a hub does, for whoever watches it.</summary>
/// <param name="Text">In a sentence without its end.</param>
/// <param name="IsTrouble">Whether somebody should look at it.</param>
public sealed record HubNote(string Text, bool IsTrouble = false);
