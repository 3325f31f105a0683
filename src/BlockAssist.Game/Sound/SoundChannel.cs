namespace BlockAssist.Game.Sound;

/// <summary>Which volume a sound has.</summary>
public enum SoundChannel
{
    /// <summary>Blocks that the player places and breaks.</summary>
    Blocks,

    /// <summary>The player's steps.</summary>
    Footsteps,

    /// <summary>All that the assistant does.</summary>
    Assistant,

    /// <summary>What the game says itself.</summary>
    Jingles,
}
