using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Simulation.Episodes;

/// <summary>Plays an episode again, exactly, and notices if it comes out differently.</summary>
/// <remarks>
/// Every state hash of the file is compared. After a mismatch the replay goes on; the next keyframe does not mend it, so all
/// later hashes count as mismatches too. After a gap (<see cref="EpisodeReaderOptions.SkipDamage"/>) and after
/// <see cref="Seek"/> it takes the state from a keyframe. A step allocates nothing. Belongs to one thread.
/// </remarks>
public sealed class Replay
{
    private readonly EpisodeReader _reader;
    private readonly Deed[] _deeds;
    private readonly SiteHash _hash = new();
    private bool _endCompared;

    /// <summary>Prepares to play what a fresh reader reads.</summary>
    /// <exception cref="EpisodeFormatException">The episode was recorded by rules that this program does not know.</exception>
    /// <exception cref="NewerVersionException">It was recorded by newer rules.</exception>
    public Replay(EpisodeReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        NewerVersionException.ThrowIfNewer(reader.Name, "the rules of building", reader.Header.RulesVersion, EpisodeFormat.RulesVersion);
        if (reader.Header.RulesVersion != EpisodeFormat.RulesVersion)
        {
            throw new EpisodeFormatException($"{reader.Name}: recorded by version {reader.Header.RulesVersion} of the rules, expected {EpisodeFormat.RulesVersion}");
        }

        _reader = reader;
        Site = reader.Header.CreateSite();
        _deeds = new Deed[Site.BuilderCount];
        Compare(reader.StartHash, "the start");
    }

    /// <summary>The site, as of the last step played.</summary>
    public BuildSite Site { get; }

    /// <summary>How many steps were played, counted from the start of the episode.</summary>
    public int Steps => _reader.Steps;

    /// <summary>When the last step was, in milliseconds since the start.</summary>
    public long Time => _reader.Time;

    /// <summary>What each builder wanted to do in the last step.</summary>
    public ReadOnlySpan<BuilderAction> Actions => _reader.Actions;

    /// <summary>Where that came from.</summary>
    public ReadOnlySpan<ActionOrigin> Origins => _reader.Origins;

    /// <summary>What became of it.</summary>
    public ReadOnlySpan<Deed> Deeds => _deeds;

    /// <summary>The first mismatch; null if all is as recorded so far.</summary>
    public ReplayMismatch? FirstMismatch { get; private set; }

    /// <summary>How many comparisons failed.</summary>
    public int Mismatches { get; private set; }

    /// <summary>Plays one step.</summary>
    /// <param name="visitor">Who looks on, if anybody.</param>
    /// <returns>False if there is none: the episode, or its readable part, is over.</returns>
    /// <exception cref="EpisodeFormatException">A keyframe that the replay must go on from is damaged, although its checksum is right.</exception>
    public bool Step(IReplayVisitor? visitor = null)
    {
        while (true)
        {
            switch (_reader.Read())
            {
                case EpisodeEntry.None:
                    CompareEnd();
                    return false;
                case EpisodeEntry.Step:
                    Play(visitor);
                    return true;
                case EpisodeEntry.Correction:
                    _reader.Correction!.ApplyTo(Site);
                    break;
                case EpisodeEntry.StateHash:
                    Compare(_reader.StateHash, "the state");
                    break;
                case EpisodeEntry.Keyframe:
                    PassKeyframe();
                    break;
            }
        }
    }

    /// <summary>Plays everything that is left.</summary>
    public void Run(IReplayVisitor? visitor = null)
    {
        while (Step(visitor))
        {
        }
    }

    /// <summary>Goes to a moment: the site is then as it was after so many steps.</summary>
    /// <returns>False if the episode has fewer steps; it is then at its end.</returns>
    /// <exception cref="EpisodeFormatException">The keyframe is damaged, although its checksum is right.</exception>
    public bool Seek(int steps)
    {
        _endCompared = false;
        if (!_reader.SeekKeyframe(steps))
        {
            Site.Restore(_reader.Header.CreateSite().Capture());
        }
        else if (_reader.Read() == EpisodeEntry.Keyframe)
        {
            PassKeyframe();
        }

        while (Steps < steps)
        {
            if (!Step())
            {
                return false;
            }
        }

        return true;
    }

    private void Play(IReplayVisitor? visitor)
    {
        if (visitor is null)
        {
            Site.Step(_reader.Actions, _deeds);
            return;
        }

        var step = new ReplayStep(Steps - 1, _reader.Time, _reader.Actions, _reader.Origins);
        visitor.Before(Site, step);
        Site.Step(_reader.Actions, _deeds);
        visitor.After(Site, step, _deeds);
    }

    private void PassKeyframe()
    {
        if (_reader.IsAfterGap)
        {
            Site.Restore(_reader.ReadKeyframe());
        }

        Compare(_reader.StateHash, "the keyframe");
    }

    private void CompareEnd()
    {
        if (_reader.End is { } end && !_endCompared)
        {
            _endCompared = true;
            Compare(end.StateHash, "the final state");
            var similarity = GoalProgress.CountMatching(Site.Blocks, Site.Goal);
            if (similarity != end.GoalSimilarity)
            {
                Note($"{similarity} cells equal the goal, recorded {end.GoalSimilarity}");
            }
        }
    }

    private void Compare(UInt128 recorded, string what)
    {
        if (_hash.Of(Site) != recorded)
        {
            Note($"{what} is not as recorded");
        }
    }

    private void Note(string what)
    {
        Mismatches++;
        FirstMismatch ??= new ReplayMismatch(Steps, what);
    }
}
