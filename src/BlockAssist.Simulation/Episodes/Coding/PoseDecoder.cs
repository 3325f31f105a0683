using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Episodes.Coding;

/// <summary>Unpacks the payloads of poses records, pose by pose.</summary>
internal sealed class PoseDecoder(int builders)
{
    private const int MaxHand = (Palette.Count << 8) - 1;

    private readonly RangeDecoder _code = new(PoseCode.Contexts);
    private readonly PoseTrack[] _tracks = new PoseTrack[builders];
    private readonly long[] _changes = new long[PoseCode.PartCount];
    private long _time;
    private int _builder;
    private int _left;

    /// <summary>The last pose.</summary>
    public PlayerPose Pose { get; private set; }

    /// <summary>Forgets all that came before, and what is left of the payload.</summary>
    public void Forget(long time)
    {
        _code.Forget();
        Array.Clear(_tracks);
        (_time, _builder, _left) = (time, 0, 0);
    }

    /// <summary>Starts to read a payload.</summary>
    public void Begin(byte[] file, Range payload, bool coded)
    {
        var prefix = new ByteCursor(file.AsSpan(payload));
        _left = prefix.UInt("poses", 0, int.MaxValue);
        _code.Begin(file, (payload.Start.Value + prefix.Position)..payload.End, coded);
    }

    /// <summary>Reads the next pose of the payload; false at its end.</summary>
    public bool Next()
    {
        if (_left == 0)
        {
            return _code.IsAtEnd ? false : throw new InvalidDataException("bytes after the last pose");
        }

        _left--;
        _builder = Checked.Below(_code.Byte(PoseCode.BuilderContext + _builder), _tracks.Length, "builder");
        ref var track = ref _tracks[_builder];
        ReadChanges(ref track);
        var pose = Apply(track.Expected);
        track.Note(pose);
        Pose = pose.ToPose(_builder, _time);
        return true;
    }

    private void ReadChanges(ref PoseTrack track)
    {
        var which = Checked.Below(_code.Byte(PoseCode.ChangesContext + track.Changes), 1 << PoseCode.PartCount, "changes of a pose");
        for (var part = 0; part < PoseCode.PartCount; part++)
        {
            _changes[part] = (which & (1 << part)) == 0 ? 0 : _code.Int(PoseCode.PartContext + (part * ContextModel.NumberContexts));
        }

        track.Changes = which;
    }

    private PoseCode Apply(PoseCode expected)
    {
        _time = Checked.Time(unchecked(_time + PlayerPose.UsualInterval + _changes[0]));
        return new PoseCode
        {
            X = Place(unchecked(expected.X + _changes[1])),
            Y = Place(unchecked(expected.Y + _changes[2])),
            Z = Place(unchecked(expected.Z + _changes[3])),
            Yaw = (int)(unchecked(expected.Yaw + _changes[4]) & (PoseCode.Turn - 1)),
            Pitch = Pitch(unchecked(expected.Pitch + _changes[5])),
            Hand = _changes[6] == 0 ? expected.Hand : Hand(_changes[6] - 1),
        };
    }

    private static long Place(long value) =>
        Int128.Abs(value) <= PoseCode.MaxPlace ? value : throw new InvalidDataException($"a pose at {value}/256 blocks");

    private static int Pitch(long value) =>
        value is >= -PoseCode.Turn / 4 and <= PoseCode.Turn / 4 ? (int)value : throw new InvalidDataException($"a pitch of {value}/{PoseCode.Turn} turns");

    private static int Hand(long value) =>
        value is >= 0 and <= MaxHand ? (int)value : throw new InvalidDataException($"hand {value}, expected 0 to {MaxHand}");
}
