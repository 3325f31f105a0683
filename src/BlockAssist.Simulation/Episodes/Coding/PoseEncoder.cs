namespace BlockAssist.Simulation.Episodes.Coding;

/// <summary>Packs poses into the payloads of poses records.</summary>
internal sealed class PoseEncoder(int builders, bool coded)
{
    private readonly RangeEncoder _code = new(PoseCode.Contexts, coded);
    private readonly PoseTrack[] _tracks = new PoseTrack[builders];
    private readonly ByteBuffer _payload = new();
    private long _time;
    private int _builder;

    /// <summary>About how many bytes wait.</summary>
    public int Length => _code.Length;

    /// <summary>How many poses wait for <see cref="Finish"/>.</summary>
    public int Pending { get; private set; }

    /// <summary>Forgets all that came before; a keyframe does that. Nothing may be pending.</summary>
    public void Forget(long time)
    {
        _code.Forget();
        Array.Clear(_tracks);
        (_time, _builder) = (time, 0);
    }

    /// <summary>Adds a pose.</summary>
    public void Pose(in PlayerPose pose)
    {
        ref var track = ref _tracks[pose.Builder];
        var now = PoseCode.Of(pose);
        var expected = track.Expected;
        var turned = ((now.Yaw - expected.Yaw + (PoseCode.Turn / 2)) & (PoseCode.Turn - 1)) - (PoseCode.Turn / 2);
        ReadOnlySpan<long> changes =
        [
            pose.Time - _time - PlayerPose.UsualInterval,
            now.X - expected.X,
            now.Y - expected.Y,
            now.Z - expected.Z,
            turned,
            now.Pitch - expected.Pitch,
            now.Hand == expected.Hand ? 0 : now.Hand + 1,
        ];
        _code.Byte(PoseCode.BuilderContext + _builder, pose.Builder);
        Changes(ref track, changes);
        track.Note(now);
        (_time, _builder) = (pose.Time, pose.Builder);
        Pending++;
    }

    /// <summary>Makes a payload of all that is pending.</summary>
    /// <returns>The payload; valid until the next call.</returns>
    public ReadOnlySpan<byte> Finish()
    {
        _payload.Clear();
        _payload.UInt((ulong)Pending);
        _payload.Bytes(_code.Finish());
        Pending = 0;
        return _payload.Content;
    }

    private void Changes(ref PoseTrack track, ReadOnlySpan<long> changes)
    {
        var which = 0;
        for (var part = 0; part < PoseCode.PartCount; part++)
        {
            which |= changes[part] == 0 ? 0 : 1 << part;
        }

        _code.Byte(PoseCode.ChangesContext + track.Changes, which);
        for (var part = 0; part < PoseCode.PartCount; part++)
        {
            if (changes[part] != 0)
            {
                _code.Int(PoseCode.PartContext + (part * ContextModel.NumberContexts), changes[part]);
            }
        }

        track.Changes = which;
    }
}
