using System.Runtime.InteropServices;
using System.Text.Json;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Goals.Proposing;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Reinforcement;

/// <summary>Sites and their proposer between two iterations, as they are kept: a site is its goal and what was done there, to be done again.</summary>
internal sealed record SitesForm(IReadOnlyList<SiteForm> Sites, byte[] Proposer)
{
    /// <summary>The form of sites.</summary>
    public static SitesForm Of(IEnumerable<SolverSite> sites, IProposer proposer) => new([.. sites.Select(SiteForm.Of)], proposer.Capture());

    /// <summary>The form that bytes hold.</summary>
    /// <exception cref="FormatException">They hold none.</exception>
    public static SitesForm Parse(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonSerializer.Deserialize(bytes, SelfPlayJson.Default.SitesForm) is { Sites: not null, Proposer: not null } form
                ? form
                : throw new FormatException("Sites of self-play were expected.");
        }
        catch (JsonException error)
        {
            throw new FormatException("Sites of self-play were expected.", error);
        }
    }

    /// <summary>As bytes.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, SelfPlayJson.Default.SitesForm);

    /// <summary>Makes sites and a proposer what these were.</summary>
    /// <exception cref="FormatException">They are others.</exception>
    public void Into(IReadOnlyList<SolverSite> sites, IProposer proposer, SiteOptions rules)
    {
        if (Sites.Count != sites.Count)
        {
            throw new FormatException($"{Sites.Count} sites, expected {sites.Count}.");
        }

        proposer.Restore(Proposer);
        for (var site = 0; site < sites.Count; site++)
        {
            (Sites[site] ?? throw new FormatException("A site was expected.")).Into(sites[site], rules);
        }
    }
}

/// <summary>A site under way; without a goal, one that has not begun.</summary>
internal sealed record SiteForm(int Number, ProposalKind Kind, int Level, byte[] Goal, int Steps, int[] Actions, float[] Hidden, float[] Cell)
{
    /// <summary>The form of a site.</summary>
    public static SiteForm Of(SolverSite site)
    {
        var proposal = site.Proposal;
        return new SiteForm(
            proposal?.Number ?? 0,
            proposal?.Kind ?? default,
            proposal?.Level ?? 0,
            proposal is null ? [] : MemoryMarshal.AsBytes(proposal.Goal.Blocks).ToArray(),
            proposal?.Steps ?? 0,
            [.. site.Actions],
            [.. site.Hidden],
            [.. site.Cell]);
    }

    /// <summary>Makes a site what this one was.</summary>
    /// <exception cref="FormatException">It is of other rules, or of another network.</exception>
    public void Into(SolverSite site, SiteOptions rules)
    {
        if (Goal is [])
        {
            return;
        }

        var isSound = Goal?.Length == rules.Size.Volume && !Goal.AsSpan().ContainsAnyExceptInRange((byte)0, (byte)(Palette.Count - 1))
            && Enum.IsDefined(Kind) && Level is >= 1 and <= ProposerOptions.HardestLevel && Steps > 0 && Actions?.Length <= Steps && Hidden?.Length == site.Hidden.Length && Cell?.Length == site.Cell.Length;
        var actions = new ActionSpace(rules);
        if (!isSound || Array.Exists(Actions!, action => (uint)action >= (uint)actions.Count))
        {
            throw new FormatException("A site under way was expected, by the same rules and of the same network.");
        }

        site.Begin(new Proposal(Number, Kind, Level, new BlockGrid(rules.Size, MemoryMarshal.Cast<byte, Block>(Goal)), Steps));
        site.Repeat(Actions!);
        Hidden!.CopyTo(site.Hidden, 0);
        Cell!.CopyTo(site.Cell, 0);
    }
}
