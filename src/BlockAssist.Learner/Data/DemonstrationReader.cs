using BlockAssist.Learner.Views;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Data;

/// <summary>Plays a demonstration again and shows it turn by turn as a policy would have seen it.</summary>
/// <remarks>
/// Rules for rows that teach nothing: a turn whose action the mask forbids (with line of sight) has weight 0: it is neither
/// learnt nor scored, but remembered. Such are almost all rows without effect in recordings of people, whose game was read
/// into the site before the action was detected. So has one that the view has no name for: a gift, bedrock, a cell out of
/// sight of it. Belongs to one thread.
/// </remarks>
public sealed class DemonstrationReader
{
    private readonly BuilderMemory _memory = new();
    private readonly ViewEncoder _encoder = new();
    private readonly Visitor _visitor;
    private readonly EpisodeReader _reader;
    private readonly Replay _replay;
    private readonly Demonstration _demonstration;
    private readonly Symmetry _symmetry;
    private int _turns;

    /// <summary>Opens a demonstration at its first turn.</summary>
    public DemonstrationReader(Demonstration demonstration, Symmetry symmetry)
    {
        ArgumentNullException.ThrowIfNull(demonstration);
        (_demonstration, _symmetry) = (demonstration, symmetry);
        _reader = EpisodeReader.Open(demonstration.Path);
        _replay = new Replay(_reader);
        _memory.Reset(_replay.Site.Size);
        _visitor = new Visitor(this);
    }

    /// <summary>Goes on by one turn.</summary>
    /// <param name="batch">Where to show it; null to pass over it.</param>
    /// <param name="place">At which place.</param>
    /// <param name="turn">What the builder did.</param>
    /// <returns>False if there is no further turn.</returns>
    /// <exception cref="EpisodeFormatException">The episode has fewer turns than when they were counted, or does not replay as it was recorded.</exception>
    public bool Read(ViewBatch? batch, int place, out Turn turn)
    {
        (_visitor.Batch, _visitor.Place, _visitor.Seen, _visitor.Turn) = (batch, place, false, default);
        while (!_visitor.Seen && _replay.Step(_visitor))
        {
        }

        Demand();
        turn = _visitor.Turn;
        return _visitor.Seen;
    }

    private void Demand()
    {
        _turns += _visitor.Seen ? 1 : 0;
        if (_replay.FirstMismatch is { } mismatch)
        {
            throw new EpisodeFormatException($"{_demonstration.Path}: does not replay as it was recorded: {mismatch}");
        }

        if (!_visitor.Seen && _turns < _demonstration.Turns)
        {
            var cause = _reader.Damages.Count > 0 ? _reader.Damages[0].Message : $"{_demonstration.Path}: the episode is another one than before";
            throw new EpisodeFormatException($"{cause}; {_turns} turns of builder {_demonstration.Builder}, expected {_demonstration.Turns}");
        }
    }

    private void Show(BuildSite site, BuilderAction action, bool isPadding)
    {
        var observation = site.Observe(_demonstration.Builder);
        var feet = observation.Locations[_demonstration.Builder].Cell;
        if (_visitor.Batch is { } batch)
        {
            _encoder.Encode(observation, _memory, _symmetry, batch[_visitor.Place]);
            _visitor.Turn = TurnOf(observation, feet, action, isPadding);
        }

        _memory.Note(feet, action);
        _visitor.Seen = true;
    }

    private Turn TurnOf(in Observation observation, BlockPos feet, BuilderAction action, bool isPadding)
    {
        var cell = 0;
        if (action.IsEdit)
        {
            var at = observation.Size.PosOf(action.Cell);
            cell = ViewShape.CellAt(_symmetry.Turn(at - feet));
        }

        var type = _symmetry.Turn(action.Type);
        var hasPlace = cell >= 0 && (int)type < ViewShape.Types && (type != ActionType.Place || action.Block.IsPlaceable());
        if (!hasPlace || !_encoder.Allows(observation, action))
        {
            return new Turn((int)type < ViewShape.Types ? (byte)type : (byte)0, 0, 0, 0, isPadding);
        }

        var block = type == ActionType.Place ? action.Block - Palette.FirstPlaceable : 0;
        return new Turn((byte)type, (short)cell, (byte)block, 1, isPadding);
    }

    private sealed class Visitor(DemonstrationReader owner) : IReplayVisitor
    {
        public ViewBatch? Batch { get; set; }

        public int Place { get; set; }

        public bool Seen { get; set; }

        public Turn Turn { get; set; }

        public void Before(BuildSite site, in ReplayStep moment)
        {
            var builder = owner._demonstration.Builder;
            if (moment.Origins[builder] != ActionOrigin.Absent)
            {
                owner.Show(site, moment.Actions[builder], moment.Origins[builder] == ActionOrigin.Padding);
            }
        }

        public void After(BuildSite site, in ReplayStep moment, ReadOnlySpan<Deed> deeds)
        {
        }
    }
}
