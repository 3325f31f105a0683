using BlockAssist.Net.Simulations.Learning;

namespace BlockAssist.Net.Simulations.People;

/// <summary>What somebody does that is not honest.</summary>
internal sealed record Conduct
{
    private const double LazyShare = 0.5;

    /// <summary>Nothing.</summary>
    public static readonly Conduct Honest = new();

    /// <summary>How leases are trained.</summary>
    public TrainingManner Manner { get; private init; }

    /// <summary>What share of a lease is really trained.</summary>
    public double Share { get; private init; } = 1;

    /// <summary>Whether no evidence is sent.</summary>
    public bool IsSilent { get; private init; }

    /// <summary>Whether others are said to be wrong, whatever they did.</summary>
    public bool Slanders { get; private init; }

    /// <summary>Whether accomplices are said to be right, whatever they did.</summary>
    public bool Vouches { get; private init; }

    /// <summary>That of a kind.</summary>
    public static Conduct Of(PeerKind kind) => kind switch
    {
        PeerKind.Lazy => new Conduct
        {
            Manner = TrainingManner.Partly,
            Share = LazyShare,
        },
        PeerKind.Forging => Nothing(TrainingManner.MadeUp),
        PeerKind.Copying => Nothing(TrainingManner.Copied),
        PeerKind.Stale => new Conduct { Manner = TrainingManner.Stale },
        PeerKind.Silent => Nothing(TrainingManner.MadeUp) with { IsSilent = true },
        PeerKind.Slandering => new Conduct { Slanders = true },
        PeerKind.Colluding => Nothing(TrainingManner.MadeUp) with
        {
            Slanders = true,
            Vouches = true,
        },
        PeerKind.SignFlip => new Conduct { Manner = TrainingManner.FlippedSigns },
        PeerKind.LabelFlip => new Conduct { Manner = TrainingManner.FlippedLabels },
        _ => Honest,
    };

    private static Conduct Nothing(TrainingManner manner) => new()
    {
        Manner = manner,
        Share = 0,
    };
}
