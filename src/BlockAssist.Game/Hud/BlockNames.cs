using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Hud;

/// <summary>What blocks are called on the screen.</summary>
public static class BlockNames
{
    /// <summary>A block's name.</summary>
    public static string Of(Block block) => block switch
    {
        Block.Air => "Nothing",
        Block.Log => "Log",
        Block.StoneBrick => "Stone bricks",
        Block.Bedrock => "Bedrock",
        Block.Dirt => "Dirt",
        Block.Cobblestone => "Cobblestone",
        Block.Glass => "Glass",
        Block.Planks => "Planks",
        Block.Stone => "Stone",
        Block.Wool => "Wool",
        _ => "?",
    };
}
