using System.Numerics;
using BlockAssist.Game.World;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Sound;

/// <summary>Lets be heard what is built, who walks, and that the house stands.</summary>
/// <remarks>Allocates nothing. Belongs to one thread.</remarks>
/// <param name="sounds">The sounds.</param>
/// <param name="world">What one walks on.</param>
/// <param name="stands">Whether the house stands from the start.</param>
internal sealed class BuildingSounds(GameSounds sounds, VoxelWorld world, bool stands)
{
    // The assistant sounds a little smaller than the player, and lighter on its feet.
    private const float AssistantPitch = 1.12f;
    private const float AssistantStep = 0.45f;

    private bool _stands = stands;

    /// <summary>Whether feet are on the ground.</summary>
    public bool IsOnGround(Vector3 feet) => GroundUnder(feet).IsSolid();

    /// <summary>A block was placed or broken.</summary>
    /// <param name="cell">Where, in the world.</param>
    /// <param name="before">What was there.</param>
    /// <param name="after">What is there now.</param>
    /// <param name="isAssistant">Whether an assistant did it.</param>
    public void Change(BlockPos cell, Block before, Block after, bool isAssistant)
    {
        var isBreak = after == Block.Air;
        var cue = new SoundCue(cell.Middle(), 1, isAssistant ? AssistantPitch : 1);
        var channel = isAssistant ? SoundChannel.Assistant : SoundChannel.Blocks;
        var material = (Material)(isBreak ? before : after);
        sounds.Play(isBreak ? SoundKind.Break : SoundKind.Place, material, channel, cue);
        if (isAssistant)
        {
            sounds.Play(SoundKind.Chime, material, channel, cue);
        }
    }

    /// <summary>A foot was put down.</summary>
    /// <param name="feet">Where, in the world.</param>
    /// <param name="isAssistant">Whether it is an assistant's.</param>
    public void Step(Vector3 feet, bool isAssistant)
    {
        var ground = GroundUnder(feet);
        if (ground.IsSolid())
        {
            var cue = isAssistant ? new SoundCue(feet, AssistantStep, AssistantPitch) : new SoundCue(feet, 1);
            sounds.Play(SoundKind.Step, ground, isAssistant ? SoundChannel.Assistant : SoundChannel.Footsteps, cue);
        }
    }

    /// <summary>Follows whether the house stands; that it does from now on is heard.</summary>
    /// <param name="isComplete">Whether it stands.</param>
    /// <param name="isHeard">Whether anything is to be heard.</param>
    public void Follow(bool isComplete, bool isHeard = true)
    {
        if (isComplete && !_stands && isHeard)
        {
            sounds.Play(SoundKind.Completion);
        }

        _stands = isComplete;
    }

    private Material GroundUnder(Vector3 feet) => world[(feet - new Vector3(0, 0.1f, 0)).Cell()];
}
