using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Episodes.Coding;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Episodes;

/// <summary>Records an episode as it is played; docs/formats/episode.md describes the file.</summary>
/// <remarks>
/// The file is the recording itself, appended to under its own name, so that a crash at any moment leaves an episode that
/// ends at most a second earlier; what tells a finished one is its end record, which <see cref="Complete"/> writes. Takes
/// state hashes and keyframes from the site it records. A step allocates nothing. Belongs to the thread of its site.
/// </remarks>
public sealed class EpisodeWriter : IDisposable
{
    // A payload is far below EpisodeFormat.MaxPayload when it ends here, whatever a last entry adds.
    private const int FullPayload = 1 << 15;

    private readonly Stream _stream;
    private readonly BuildSite _site;
    private readonly EpisodeWriterOptions _options;
    private readonly RecordWriter _records;
    private readonly StepEncoder _stepCode;
    private readonly PoseEncoder _poseCode;
    private readonly FeedbackEncoder _feedbackCode = new();
    private readonly SiteHash _hash = new();
    private int _pendingFrom;
    private int _eventsSinceHash;
    private int _keyframeAt;
    private long _flushedUpTo;
    private long _keyframeTime;
    private long _syncedAt;
    private bool _completed;

    /// <summary>Starts an episode in a stream, which is closed with the writer.</summary>
    /// <param name="stream">Where to; empty.</param>
    /// <param name="header">What is known; its <see cref="EpisodeHeader.CreateSite"/> gives the site's state.</param>
    /// <param name="site">The site that is played on, at its start.</param>
    /// <param name="options">How to write.</param>
    public EpisodeWriter(Stream stream, EpisodeHeader header, BuildSite site, EpisodeWriterOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(header);
        ArgumentNullException.ThrowIfNull(site);
        WriterChecks.Demand(header, site);
        (_stream, _site, _options) = (stream, site, options ?? new EpisodeWriterOptions());
        _records = new RecordWriter(stream);
        _stepCode = new StepEncoder(site.Size, site.BuilderCount, _options.Coded);
        _poseCode = new PoseEncoder(site.BuilderCount, _options.Coded);
        WriteHeader(header);
    }

    /// <summary>How many steps were written.</summary>
    public int Steps { get; private set; }

    /// <summary>The latest time that was written, in milliseconds since the start.</summary>
    public long Time { get; private set; }

    /// <summary>Starts an episode in a file of its own, which must not exist.</summary>
    public static EpisodeWriter Create(string path, EpisodeHeader header, BuildSite site, EpisodeWriterOptions? options = null)
    {
        // No buffer: what a record's write hands over is the system's, and survives the program.
        var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);
        try
        {
            return new EpisodeWriter(stream, header, site, options);
        }
        catch
        {
            stream.Dispose();
            File.Delete(path);
            throw;
        }
    }

    /// <summary>Changes the site from outside the game, and records that.</summary>
    public void Correct(SiteCorrection correction)
    {
        ArgumentNullException.ThrowIfNull(correction);
        ObjectDisposedException.ThrowIf(_completed, this);
        WriterChecks.Demand(correction, _site);
        correction.ApplyTo(_site);
        _stepCode.Correction(correction);
    }

    /// <summary>Records a step that the site has just made.</summary>
    /// <param name="time">When, in milliseconds since the start.</param>
    /// <param name="actions">What each builder wanted to do, as it was given to the site.</param>
    /// <param name="origins">Where that came from. Who did not choose did nothing.</param>
    public void Step(long time, ReadOnlySpan<BuilderAction> actions, ReadOnlySpan<ActionOrigin> origins)
    {
        ObjectDisposedException.ThrowIf(_completed, this);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(Steps, EpisodeFormat.MaxSteps);
        WriterChecks.Demand(time, actions, origins, _site);
        _stepCode.Step(time, actions, origins);
        Steps++;
        Time = Math.Max(Time, time);
        _eventsSinceHash += origins.ContainsAnyExcept(ActionOrigin.Absent) ? 1 : 0;
        if (_eventsSinceHash >= _options.HashSteps)
        {
            _stepCode.Hash(_hash.Of(_site));
            _eventsSinceHash = 0;
        }

        if (Steps - _keyframeAt >= _options.KeyframeSteps || Time - _keyframeTime >= _options.KeyframeMilliseconds)
        {
            WriteKeyframe(time);
        }

        FlushIfDue();
    }

    /// <summary>Records where a player was and looked.</summary>
    public void Pose(in PlayerPose pose)
    {
        ObjectDisposedException.ThrowIf(_completed, this);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)pose.Builder, (uint)_site.BuilderCount, nameof(pose));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((int)pose.Held, Palette.Count, nameof(pose));
        WriterChecks.Demand(pose.Time);
        _poseCode.Pose(pose);
        Time = Math.Max(Time, pose.Time);
        FlushIfDue();
    }

    /// <summary>Records what a builder made of another's help.</summary>
    /// <param name="kind">What it says.</param>
    /// <param name="from">Who says it.</param>
    /// <param name="about">Whose help it is about.</param>
    /// <param name="time">When, in milliseconds since the start.</param>
    /// <param name="value">What <paramref name="kind"/> says that it is.</param>
    public void Feedback(FeedbackKind kind, int from, int about, long time, int value = 0)
    {
        ObjectDisposedException.ThrowIf(_completed, this);
        var feedback = new Feedback(kind, from, about, time, Steps, value);
        WriterChecks.Demand(feedback, _site);
        _feedbackCode.Add(feedback);
        Time = Math.Max(Time, time);
        FlushIfDue();
    }

    /// <summary>Tells how late it is, when nothing happens: what waits longer than it may is then flushed.</summary>
    public void Pass(long time)
    {
        WriterChecks.Demand(time);
        Time = Math.Max(Time, time);
        if (_stepCode.Pending + _poseCode.Pending + _feedbackCode.Pending > 0)
        {
            FlushIfDue();
        }
    }

    /// <summary>Hands all that was recorded to the operating system: it then survives the end of the program.</summary>
    public void Flush()
    {
        if (_stepCode.Pending > 0)
        {
            _records.Write(RecordType.Steps, _options.Coded, _stepCode.Finish(_pendingFrom));
        }

        if (_poseCode.Pending > 0)
        {
            _records.Write(RecordType.Poses, _options.Coded, _poseCode.Finish());
        }

        if (_feedbackCode.Pending > 0)
        {
            _records.Write(RecordType.Feedback, coded: false, _feedbackCode.Finish());
        }

        _pendingFrom = Steps;
        _flushedUpTo = Time;
        if (Time - _syncedAt >= _options.SyncMilliseconds)
        {
            Sync();
        }
    }

    /// <summary>Ends the episode and says why.</summary>
    public void Complete(EndReason reason)
    {
        ObjectDisposedException.ThrowIf(_completed, this);
        Flush();
        _completed = true;
        var end = new ByteBuffer();
        var hash = _hash.Of(_site);
        end.Byte((byte)reason);
        end.UInt((ulong)Steps);
        end.Int(Time);
        end.UInt((ulong)GoalProgress.CountMatching(_site.Blocks, _site.Goal));
        end.Bits128(hash);
        _records.Write(RecordType.End, coded: false, end.Content);
        Sync();
    }

    /// <summary>Closes the file. Without <see cref="Complete"/> it stays an episode that was cut off.</summary>
    public void Dispose()
    {
        try
        {
            if (!_completed)
            {
                Flush();
            }
        }
        finally
        {
            _completed = true;
            _stream.Dispose();
        }
    }

    private void WriteHeader(EpisodeHeader header)
    {
        var payload = new ByteBuffer();
        HeaderCodec.Write(payload, header, _hash.Of(_site));
        _records.Start();
        _records.Write(RecordType.Header, coded: false, payload.Content);
    }

    private void FlushIfDue()
    {
        if (Time - _flushedUpTo >= _options.FlushMilliseconds || _stepCode.Length >= FullPayload || _poseCode.Length >= FullPayload || _feedbackCode.Length >= FullPayload)
        {
            Flush();
        }
    }

    private void WriteKeyframe(long stepTime)
    {
        Flush();
        var payload = new ByteBuffer();
        var hash = _hash.Of(_site);
        payload.UInt((ulong)Steps);
        payload.Int(stepTime);
        payload.Bits128(hash);
        var code = new RangeEncoder(StateCodec.Contexts, _options.Coded);
        StateCodec.Write(code, _site.Size, _site.Capture(), _site.Goal);
        payload.Bytes(code.Finish());
        _records.Write(RecordType.Keyframe, _options.Coded, payload.Content);
        _stepCode.Forget(stepTime);
        _poseCode.Forget(stepTime);
        (_keyframeAt, _keyframeTime, _eventsSinceHash) = (Steps, Time, 0);
    }

    private void Sync()
    {
        _syncedAt = Time;
        (_stream as FileStream)?.Flush(flushToDisk: true);
    }
}
