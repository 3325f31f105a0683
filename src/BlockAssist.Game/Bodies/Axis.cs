namespace BlockAssist.Game.Bodies;

/// <summary>One of the three directions of space.</summary>
internal enum Axis
{
    /// <summary>East.</summary>
    X,

    /// <summary>Up.</summary>
    Y,

    /// <summary>South.</summary>
    Z,
}
