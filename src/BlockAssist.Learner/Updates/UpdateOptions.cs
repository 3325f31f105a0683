namespace BlockAssist.Learner.Updates;

/// <summary>How an update is to be written.</summary>
/// <param name="Format">How its numbers are.</param>
public sealed record UpdateOptions(UpdateFormat Format)
{
    /// <summary>How many numbers share a scale: a power of two from 32 to 1024.</summary>
    public int BlockSize { get; init; } = 256;

    /// <summary>The share of the numbers that the sparse format keeps, above 0 and up to 1.</summary>
    public double Kept { get; init; } = 0.01;

    /// <summary>Whether to try zstd, and to keep it where it makes the update smaller.</summary>
    public bool Compress { get; init; } = true;

    /// <inheritdoc/>
    public override string ToString() => Format switch
    {
        UpdateFormat.F32 => "f32",
        UpdateFormat.F16 => "f16",
        UpdateFormat.I8 => $"i8/{BlockSize}",
        UpdateFormat.I4 => $"i4/{BlockSize}",
        _ => FormattableString.Invariant($"sparse {Kept:P0}"),
    } + (Compress ? "+zstd" : "");
}
