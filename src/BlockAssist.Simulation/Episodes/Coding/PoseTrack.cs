namespace BlockAssist.Simulation.Episodes.Coding;

/// <summary>The last poses of one player: what the coder predicts the next one from.</summary>
/// <remarks>Places are expected to go on as they went last, angles and hands to stay.</remarks>
internal struct PoseTrack
{
    private PoseCode _last;
    private long _goX;
    private long _goY;
    private long _goZ;
    private bool _started;

    /// <summary>Which parts of the last pose were not as predicted.</summary>
    public int Changes { get; set; }

    /// <summary>The pose expected next.</summary>
    public readonly PoseCode Expected => _last with { X = _last.X + _goX, Y = _last.Y + _goY, Z = _last.Z + _goZ };

    /// <summary>Takes note of a pose.</summary>
    public void Note(in PoseCode pose)
    {
        (_goX, _goY, _goZ) = _started ? (pose.X - _last.X, pose.Y - _last.Y, pose.Z - _last.Z) : (0, 0, 0);
        _last = pose;
        _started = true;
    }
}
