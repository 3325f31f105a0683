using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Episodes.Survival;

/// <summary>Watches what becomes of an assistant's edits while an episode goes on.</summary>
/// <remarks>Step by step: <see cref="Before"/>, then <see cref="After"/>. Belongs to one thread.</remarks>
/// <param name="assists">Which of the builders are assistants.</param>
/// <param name="reward">By what edits are judged.</param>
public sealed class SurvivalWatch(IReadOnlyList<bool> assists, SurvivalReward reward)
{
    private readonly List<EditFate> _fates = [];
    private readonly Dictionary<int, int> _standing = [];
    private readonly List<(int Fate, int Until)> _watched = [];
    private Block[] _before = [];
    private int _acts;

    /// <summary>A step is about to be made.</summary>
    public void Before(ReadOnlySpan<Block> blocks)
    {
        _before = _before.Length == blocks.Length ? _before : new Block[blocks.Length];
        blocks.CopyTo(_before);
    }

    /// <summary>A step was made.</summary>
    /// <param name="step">Its number, from 0.</param>
    /// <param name="actions">What each builder wanted.</param>
    /// <param name="deeds">What became of it.</param>
    /// <param name="takenBack">The cells of edits that the player had taken back, besides those that it changed itself.</param>
    public void After(int step, ReadOnlySpan<BuilderAction> actions, ReadOnlySpan<Deed> deeds, ReadOnlySpan<int> takenBack)
    {
        for (var builder = 0; builder < deeds.Length; builder++)
        {
            if (!assists[builder])
            {
                _acts += actions[builder] == BuilderAction.Noop ? 0 : 1;
            }

            if (deeds[builder].Action is { IsEdit: true } edit)
            {
                Note(step, builder, edit, takenBack);
            }
        }

        foreach (var cell in takenBack)
        {
            End(cell, isBroken: true);
        }

        Settle();
    }

    /// <summary>The episode is over.</summary>
    /// <param name="blocks">How the site stands.</param>
    /// <param name="goal">How it was to stand.</param>
    public SurvivalRecord Record(ReadOnlySpan<Block> blocks, ReadOnlySpan<Block> goal)
    {
        foreach (var (cell, fate) in _standing)
        {
            _fates[fate] = _fates[fate] with { StandsAtEnd = blocks[cell] == _fates[fate].After && goal[cell] == _fates[fate].After };
        }

        return new SurvivalRecord([.. _fates], reward);
    }

    private void Note(int step, int builder, BuilderAction edit, ReadOnlySpan<int> takenBack)
    {
        // What an assistant does because it was asked to take something back is no edit of its own.
        var isAsked = assists[builder] && takenBack.Contains(edit.Cell);
        End(edit.Cell, isBroken: !assists[builder] || isAsked);
        if (assists[builder] && !isAsked)
        {
            var after = edit.Type == ActionType.Place ? edit.Block : Block.Air;
            _standing[edit.Cell] = _fates.Count;
            _watched.Add((_fates.Count, _acts + reward.Window));
            _fates.Add(new EditFate(step, builder, edit.Cell, _before[edit.Cell], after));
        }
    }

    // An assistant that changes its own edit has taken it back itself: nothing for that, either way.
    private void End(int cell, bool isBroken)
    {
        if (_standing.Remove(cell, out var fate) && isBroken && _watched.Exists(one => one.Fate == fate))
        {
            _fates[fate] = _fates[fate] with { IsBroken = true };
        }
    }

    private void Settle()
    {
        foreach (var (fate, _) in _watched.Where(one => _acts >= one.Until))
        {
            if (_standing.TryGetValue(_fates[fate].Cell, out var standing) && standing == fate)
            {
                _fates[fate] = _fates[fate] with { Stood = true };
            }
        }

        _watched.RemoveAll(one => _acts >= one.Until);
    }
}
