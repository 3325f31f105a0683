namespace BlockAssist.Net.Simulations.Clocks;

/// <summary>A clock that goes wrong by always as much.</summary>
/// <param name="time">The right one.</param>
/// <param name="ahead">By how much it is ahead.</param>
internal sealed class SkewedTime(TimeProvider time, TimeSpan ahead) : TimeProvider
{
    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => time.GetUtcNow() + ahead;
}
