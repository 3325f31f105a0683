using System.Text.Json;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals.Proposing;

/// <summary>Makes up goals at the edge of what a solver manages: composes structures, and edits those that it built in part.</summary>
/// <remarks>
/// Levels follow success, kind by kind; some goals stay easy and some hard. What cannot be built, leaves too little to do or was
/// there lately is not proposed: then another is made up, and after some attempts one of the level below. See docs/selfplay.md.
/// </remarks>
public sealed class Proposer : IProposer
{
    private readonly ProposerOptions _options;
    private readonly ProposalLedger _ledger;
    private readonly ProposalMaker _maker;
    private readonly ProposalCheck _check;
    private readonly RecentProposals _recent;
    private readonly ProposalKind[] _possible;
    private int _proposed;

    /// <summary>A proposer that has not proposed anything.</summary>
    public Proposer(ProposerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options.Demanded();
        _ledger = new ProposalLedger(options.FirstLevel);
        _maker = new ProposalMaker(options);
        _check = new ProposalCheck(options);
        _recent = new RecentProposals(options.Site.Size, options.Remembered);
        _possible = _maker.Possible();
    }

    /// <inheritdoc/>
    public ProposerFigures Figures { get; private set; } = ProposerFigures.None;

    /// <inheritdoc/>
    public double Level => _possible.Average(kind => _ledger.LevelOf(kind));

    /// <inheritdoc/>
    public Proposal Propose()
    {
        var random = SeededRandom.Numbered(_options.Seed, _proposed + 1);
        var earlier = _recent.AtTheEdge(random);
        var kind = _ledger.Draw(earlier is null ? _possible : [.. _possible, ProposalKind.Edited], random);
        var level = LevelFor(kind, random);
        while (level > 0)
        {
            if (TryMake(kind, level, earlier, random) is { } goal)
            {
                return Keep(kind, level, goal);
            }

            level--;
            Figures = Figures with { FallenBack = Figures.FallenBack + 1 };
        }

        return Keep(ProposalKind.Solids, 1, LastResort(random));
    }

    /// <inheritdoc/>
    public void Judge(Proposal proposal, double share)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        _ledger.Enter(proposal.Kind, proposal.Level, share >= _options.Success);
        _recent.Judge(proposal.Number, share);
    }

    /// <inheritdoc/>
    public byte[] Capture() =>
        JsonSerializer.SerializeToUtf8Bytes(new ProposerState(_proposed, _ledger.Capture(), _recent.Capture(), Figures), ProposerJson.Default.ProposerState);

    /// <inheritdoc/>
    public void Restore(ReadOnlySpan<byte> state)
    {
        var kept = Parse(state);
        if (kept is not { Proposed: >= 0, Ledger: not null, Recent: not null, Figures: not null })
        {
            throw new FormatException("The state of a proposer was expected.");
        }

        _ledger.Restore(kept.Ledger);
        _recent.Restore(kept.Recent);
        (_proposed, Figures) = (kept.Proposed, kept.Figures);
    }

    private static ProposerState? Parse(ReadOnlySpan<byte> state)
    {
        try
        {
            return JsonSerializer.Deserialize(state, ProposerJson.Default.ProposerState);
        }
        catch (JsonException error)
        {
            throw new FormatException("The state of a proposer was expected.", error);
        }
    }

    private int LevelFor(ProposalKind kind, SeededRandom random)
    {
        var (reached, drawn) = (_ledger.LevelOf(kind), random.Next(100));
        return drawn < _options.EasyInAHundred ? random.Next(1, Math.Max(reached, 2))
            : drawn < _options.EasyInAHundred + _options.HardInAHundred ? Math.Min(reached + 1, ProposerOptions.HardestLevel)
            : reached;
    }

    private BlockGrid? TryMake(ProposalKind kind, int level, BlockGrid? earlier, SeededRandom random)
    {
        for (var attempt = 0; attempt < _options.Attempts; attempt++)
        {
            if (_maker.Make(kind, level, earlier, random) is { } goal && IsFit(goal, level))
            {
                return goal;
            }
        }

        return null;
    }

    private bool IsFit(BlockGrid goal, int level)
    {
        var fault = _check.FaultOf(goal, level, new WorkShape(goal), _recent);
        Figures = Figures with
        {
            MadeUp = Figures.MadeUp + 1,
            Trivial = Figures.Trivial + (fault == ProposalFault.Trivial ? 1 : 0),
            Repeated = Figures.Repeated + (fault == ProposalFault.Repeated ? 1 : 0),
            Unreachable = Figures.Unreachable + (fault == ProposalFault.Unreachable ? 1 : 0),
        };
        return fault is null;
    }

    private Proposal Keep(ProposalKind kind, int level, BlockGrid goal)
    {
        var proposal = new Proposal(_proposed++, kind, level, goal, _check.StepsFor(new WorkShape(goal).Work, level));
        _recent.Add(proposal.Number, goal);
        return proposal;
    }

    // One layer of some material over the whole room: always there, always to be built.
    private BlockGrid LastResort(SeededRandom random)
    {
        var goal = SiteGround.Reset(_options.Site.Size);
        var (size, block) = (goal.Size, Varied.AnyMaterial.Draw(random));
        goal.Fill(new BlockPos(1, SiteGround.Surface, 1), new BlockPos(size.Width - 1, SiteGround.Surface + 1, size.Depth - 1), block);
        return goal;
    }
}
