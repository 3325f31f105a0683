namespace BlockAssist.Net.Merging;

/// <summary>An update that is looked at.</summary>
/// <param name="Change">The change of each weight.</param>
/// <param name="Segments">Of how many segments it is; 1 at least.</param>
/// <param name="SetsLength">Whether it says how long updates are, beside others: not those of new peers where some have a name, since anybody can be many new peers.</param>
public readonly record struct ScreenedUpdate(ReadOnlyMemory<float> Change, int Segments = 1, bool SetsLength = true);
