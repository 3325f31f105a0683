using BlockAssist.Game.Hud.Pieces;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Play;

/// <summary>Which block is in which slot of the hotbar.</summary>
public sealed class HotbarBlocks
{
    private readonly HotbarSlot[] _slots = new HotbarSlot[Hotbar.Slots];

    /// <summary>Every block that can be placed, in the order of the palette.</summary>
    public HotbarBlocks()
    {
        for (var slot = 0; slot < Math.Min(Palette.Placeable.Length, _slots.Length); slot++)
        {
            _slots[slot] = new HotbarSlot(Palette.Placeable[slot]);
        }
    }

    /// <summary>The slots, as they are shown.</summary>
    public IReadOnlyList<HotbarSlot> Slots => _slots;

    /// <summary>What is in a slot; air for nothing.</summary>
    public Block this[int slot]
    {
        get => _slots[slot].Block;
        set => _slots[slot] = new HotbarSlot(value);
    }

    /// <summary>The first slot that a block is in; -1 for none.</summary>
    public int Find(Block block)
    {
        for (var slot = 0; slot < _slots.Length; slot++)
        {
            if (_slots[slot].Block == block)
            {
                return slot;
            }
        }

        return -1;
    }
}
