namespace BlockAssist.Cli.Dashboard.Pages;

/// <summary>What a node does now, and what its player has.</summary>
internal sealed record NowPage
{
    /// <summary>When this was so.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The node; null if it never took part in a swarm.</summary>
    public NodeNow? Node { get; init; }

    /// <summary>What is being built in a session that is recorded just now; null if there is none.</summary>
    public string? Recording { get; init; }

    /// <summary>How many sessions there are.</summary>
    public int Sessions { get; init; }

    /// <summary>The models that play.</summary>
    public IReadOnlyList<PlayingNow> Playing { get; init; } = [];

    /// <summary>Whether what is contributed is recorded; null if nobody was asked.</summary>
    public bool? Records { get; init; }

    /// <summary>Whether something can be changed here, by who has the token.</summary>
    public bool CanChange { get; init; }

    /// <summary>What could not be read.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];
}

/// <summary>A node in its swarm.</summary>
/// <param name="IsRunning">Whether it runs; null where that cannot be known.</param>
/// <param name="Network">The swarm.</param>
/// <param name="Peer">What the node is called.</param>
/// <param name="Doing">What it does, or did last.</param>
internal sealed record NodeNow(bool? IsRunning, string Network, string Peer, string Doing)
{
    /// <summary>Since when it runs.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>When it last said so.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The round that it knows of; null before it has found the swarm.</summary>
    public ulong? Round { get; init; }

    /// <summary>What does not work; null if all does.</summary>
    public string? Trouble { get; init; }

    /// <summary>How many segments of its lease are done; null without a lease.</summary>
    public int? SegmentsDone { get; init; }

    /// <summary>How many its lease has.</summary>
    public int? Segments { get; init; }

    /// <summary>Until when the lease is.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>How many segments of others it has trained again.</summary>
    public int Replays { get; init; }

    /// <summary>How many clips of others have come.</summary>
    public int Clips { get; init; }
}

/// <summary>A model that plays.</summary>
/// <param name="Kind">What it plays.</param>
/// <param name="Hash">Its hash; null for the one that comes with the program.</param>
/// <param name="Note">What is remembered of it.</param>
internal sealed record PlayingNow(string Kind, string? Hash, string? Note);
