namespace BlockAssist.Chain.Tests.Ledger;

/// <summary>A clock that shows what it is set to.</summary>
internal sealed class SetClock : TimeProvider
{
    public ulong Seconds { get; set; } = 1_790_000_000;

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.FromUnixTimeSeconds((long)Seconds);
}
