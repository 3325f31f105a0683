using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Episodes.Coding;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Simulation.Episodes;

/// <summary>Reads an episode entry by entry, as far as it is whole.</summary>
/// <remarks>
/// Foreign bytes: every number is checked before it is used, and nothing but <see cref="EpisodeFormatException"/> and, for a file of a newer
/// version, <see cref="NewerVersionException"/> is thrown, by the opening methods only. What is wrong farther on is in <see cref="Damages"/>: what came before it is sound.
/// A step allocates nothing. Belongs to one thread.
/// </remarks>
public sealed class EpisodeReader
{
    // A file with more of it is made to cost time and memory, not damaged.
    internal const int MostDamages = 1000;

    private readonly RecordReader _records;
    private readonly EpisodeReaderOptions _options;
    private readonly StepDecoder _stepCode;
    private readonly PoseDecoder _poseCode;
    private readonly FeedbackDecoder _feedbackCode;
    private readonly List<EpisodeFormatException> _damages = [];
    private readonly int _firstRecord;
    private RecordType? _open;
    private bool _skipped;
    private bool _over;

    /// <summary>Opens an episode that is in memory already.</summary>
    /// <param name="file">The bytes of the file; they must not change.</param>
    /// <param name="name">What to call it in messages.</param>
    /// <param name="options">How to read.</param>
    /// <exception cref="EpisodeFormatException">The bytes do not start like an episode.</exception>
    /// <exception cref="NewerVersionException">They are of a newer version.</exception>
    public EpisodeReader(byte[] file, string name, EpisodeReaderOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        (_records, Name, _options) = (new RecordReader(file), name, options ?? new EpisodeReaderOptions());
        try
        {
            Header = ReadHeader(out var startHash);
            StartHash = startHash;
        }
        catch (InvalidDataException error)
        {
            throw DamageOf(error);
        }

        _firstRecord = _records.Next;
        _stepCode = new StepDecoder(Header.Options);
        _poseCode = new PoseDecoder(Header.Options.Builders.Count);
        _feedbackCode = new FeedbackDecoder(Header.Options.Builders.Count, Header.Options.Size.Volume);
    }

    /// <summary>What the file is called in messages.</summary>
    public string Name { get; }

    /// <summary>What was known when the episode began.</summary>
    public EpisodeHeader Header { get; }

    /// <summary>The hash of the state at the start.</summary>
    public UInt128 StartHash { get; }

    /// <summary>How many steps were made up to here: the number of the last step, plus one.</summary>
    public int Steps { get; private set; }

    /// <summary>When the last step was, in milliseconds since the start.</summary>
    public long Time => _stepCode.Time;

    /// <summary>What each builder wanted to do in the last step.</summary>
    public ReadOnlySpan<BuilderAction> Actions => _stepCode.Actions;

    /// <summary>Where that came from.</summary>
    public ReadOnlySpan<ActionOrigin> Origins => _stepCode.Origins;

    /// <summary>The last correction.</summary>
    public SiteCorrection? Correction => _stepCode.Correction;

    /// <summary>The hash that the last <see cref="EpisodeEntry.StateHash"/> or <see cref="EpisodeEntry.Keyframe"/> gave.</summary>
    public UInt128 StateHash { get; private set; }

    /// <summary>The last pose.</summary>
    public PlayerPose Pose => _poseCode.Pose;

    /// <summary>The last feedback. Its record follows the steps it is about; <see cref="Episodes.Feedback.Steps"/> says where it belongs.</summary>
    public Feedback Feedback => _feedbackCode.Feedback;

    /// <summary>How the episode ended; null as long as that is not read, and for ever if the recording was cut off.</summary>
    public EpisodeEnd? End { get; private set; }

    /// <summary>What is wrong with the file, as far as it was read.</summary>
    public IReadOnlyList<EpisodeFormatException> Damages => _damages;

    /// <summary>Whether the last keyframe follows a gap: what a replay has must be replaced by it.</summary>
    public bool IsAfterGap { get; private set; }

    /// <summary>Opens an episode.</summary>
    /// <exception cref="EpisodeFormatException">The file does not start like an episode, or is too large.</exception>
    /// <exception cref="NewerVersionException">It is of a newer version.</exception>
    public static EpisodeReader Open(string path, EpisodeReaderOptions? options = null)
    {
        options ??= new EpisodeReaderOptions();
        var length = new FileInfo(path).Length;
        return length <= options.MaxFileBytes
            ? new EpisodeReader(File.ReadAllBytes(path), path, options)
            : throw new EpisodeFormatException($"{path}: {length} bytes, expected at most {options.MaxFileBytes}");
    }

    /// <summary>Reads the next entry.</summary>
    public EpisodeEntry Read()
    {
        while (!_over)
        {
            try
            {
                var entry = ReadEntry();
                if (entry != EpisodeEntry.None)
                {
                    return entry;
                }
            }
            catch (InvalidDataException error)
            {
                _damages.Add(DamageOf(error));
                _over = !_options.SkipDamage || _damages.Count >= MostDamages || !SkipToKeyframe();
            }
        }

        return EpisodeEntry.None;
    }

    /// <summary>Moves to the last keyframe at or before a step; the next entry is that keyframe.</summary>
    /// <returns>False if there is none: the next entry is then the first one of all.</returns>
    public bool SeekKeyframe(int step)
    {
        var (offset, number) = (_firstRecord, 1);
        var found = false;
        Restart(_firstRecord, 1);
        try
        {
            while (_records.Read())
            {
                if (_records.Type == RecordType.Keyframe && ReadKeyframePrefix().Step <= step)
                {
                    (offset, number, found) = (_records.Offset, _records.Number, true);
                }
            }
        }
        catch (InvalidDataException)
        {
            // Damage farther on is reported when it is read.
        }

        Restart(offset, number);
        _skipped = found;
        return found;
    }

    /// <summary>The whole state that the last keyframe gives.</summary>
    /// <exception cref="EpisodeFormatException">The keyframe is damaged.</exception>
    public SiteState ReadKeyframe()
    {
        try
        {
            var body = _records.Payload.Start.Value + ReadKeyframePrefix().Length;
            var code = new RangeDecoder(StateCodec.Contexts);
            code.Begin(_records.File, body.._records.Payload.End, _records.IsCoded);
            return StateCodec.Read(code, Header.Options, Header.Goal);
        }
        catch (InvalidDataException error)
        {
            throw DamageOf(error);
        }
    }

    private EpisodeHeader ReadHeader(out UInt128 startHash)
    {
        _records.ReadMagic();
        return _records.Read() && _records.Type == RecordType.Header
            ? HeaderCodec.Read(_records.File.AsSpan(_records.Payload), Name, out startHash)
            : throw new InvalidDataException("no header, expected one as the first record");
    }

    private EpisodeEntry ReadEntry() => _open switch
    {
        RecordType.Steps => ReadStepEntry(),
        RecordType.Poses => ReadPose(),
        RecordType.Feedback => ReadFeedback(),
        _ => ReadRecord(),
    };

    private EpisodeEntry ReadStepEntry()
    {
        var entry = _stepCode.Next();
        switch (entry)
        {
            case EpisodeEntry.None:
                _open = null;
                break;
            case EpisodeEntry.Step when Steps >= _options.MaxSteps:
                throw new InvalidDataException($"more than {_options.MaxSteps} steps");
            case EpisodeEntry.Step:
                Steps++;
                break;
            case EpisodeEntry.StateHash:
                StateHash = _stepCode.Hash;
                break;
        }

        return entry;
    }

    private EpisodeEntry ReadPose()
    {
        if (_poseCode.Next())
        {
            return EpisodeEntry.Pose;
        }

        _open = null;
        return EpisodeEntry.None;
    }

    private EpisodeEntry ReadFeedback()
    {
        if (_feedbackCode.Next(Steps))
        {
            return EpisodeEntry.Feedback;
        }

        _open = null;
        return EpisodeEntry.None;
    }

    private EpisodeEntry ReadRecord()
    {
        if (!_records.Read())
        {
            _over = true;
            return EpisodeEntry.None;
        }

        if (End is not null)
        {
            throw new InvalidDataException("a record after the end record");
        }

        switch (_records.Type)
        {
            case RecordType.Steps:
                BeginSteps();
                break;
            case RecordType.Poses when _options.Poses:
                _poseCode.Begin(_records.File, _records.Payload, _records.IsCoded);
                _open = RecordType.Poses;
                break;
            case RecordType.Feedback:
                _feedbackCode.Begin(_records.File, _records.Payload);
                _open = RecordType.Feedback;
                break;
            case RecordType.Keyframe:
                BeginKeyframe();
                return EpisodeEntry.Keyframe;
            case RecordType.End:
                End = ReadEnd();
                break;
            case RecordType.Header:
                throw new InvalidDataException("a second header");
            default:
                // Poses nobody wants, and what a later version may add.
                break;
        }

        return EpisodeEntry.None;
    }

    private void BeginSteps()
    {
        var first = _stepCode.Begin(_records.File, _records.Payload, _records.IsCoded);
        if (first != Steps)
        {
            throw new InvalidDataException($"steps from {first} on, expected from {Steps} on");
        }

        _open = RecordType.Steps;
    }

    private void BeginKeyframe()
    {
        var prefix = ReadKeyframePrefix();
        if (!_skipped && prefix.Step != Steps)
        {
            throw new InvalidDataException($"a keyframe after step {prefix.Step}, expected after step {Steps}");
        }

        _stepCode.Forget(prefix.Time);
        _poseCode.Forget(prefix.Time);
        (Steps, StateHash, IsAfterGap, _skipped) = (prefix.Step, prefix.Hash, _skipped, false);
    }

    private (int Step, long Time, UInt128 Hash, int Length) ReadKeyframePrefix()
    {
        var source = new ByteCursor(_records.File.AsSpan(_records.Payload));
        var step = source.UInt("step", 0, _options.MaxSteps);
        var time = Checked.Time(source.Int());
        var hash = source.Bits128();
        return (step, time, hash, source.Position);
    }

    private EpisodeEnd ReadEnd()
    {
        var source = new ByteCursor(_records.File.AsSpan(_records.Payload));
        var reason = (EndReason)source.UInt("reason", 0, (int)EndReason.NoProgress);
        var steps = source.UInt("steps", 0, EpisodeFormat.MaxSteps);
        var time = Checked.Time(source.Int());
        var similarity = source.UInt("goal similarity", 0, Header.Options.Size.Volume);
        var hash = source.Bits128();
        return steps == Steps
            ? new EpisodeEnd(reason, steps, similarity, hash) { Time = time }
            : throw new InvalidDataException($"an end after {steps} steps, expected after {Steps}");
    }

    private bool SkipToKeyframe()
    {
        _open = null;
        _skipped = true;
        return _records.SkipToKeyframe();
    }

    private void Restart(int offset, int number)
    {
        _records.Return(offset, number);
        _stepCode.Forget(0);
        _poseCode.Forget(0);
        _damages.Clear();
        (_open, End, Steps, _over, _skipped, IsAfterGap) = (null, null, 0, false, false, false);
    }

    private EpisodeFormatException DamageOf(InvalidDataException error) =>
        new(Name, _records.Offset, _records.Number, Steps, error.Message);
}
