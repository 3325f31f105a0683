using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Building;

/// <summary>What one builder carries: 36 slots of at most 64 blocks of one kind.</summary>
/// <remarks>A slot that ran empty remembers its kind, as in MBAG; only its count says that it is free.</remarks>
public sealed class Inventory
{
    /// <summary>How many slots there are.</summary>
    public const int SlotCount = 36;

    /// <summary>How many blocks fit into a slot.</summary>
    public const int StackSize = 64;

    private readonly Slot[] _slots = new Slot[SlotCount];
    private readonly int[] _held = new int[Palette.Count];

    /// <summary>A kind of block and how many of it.</summary>
    public readonly record struct Slot(Block Block, byte Count);

    /// <summary>The slots, in order.</summary>
    public ReadOnlySpan<Slot> Slots => _slots;

    /// <summary>How many of each block are held, by block.</summary>
    public ReadOnlySpan<int> Held => _held;

    /// <summary>How many different blocks are held.</summary>
    public int KindCount => Palette.Count - _held.AsSpan().Count(0);

    /// <summary>Replaces the contents of a slot.</summary>
    public void SetSlot(int slot, Block block, int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)slot, (uint)SlotCount, nameof(slot));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((int)block, Palette.Count, nameof(block));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)count, (uint)StackSize, nameof(count));
        ref var content = ref _slots[slot];
        _held[(int)content.Block] -= content.Count;
        content = new Slot(block, (byte)count);
        _held[(int)block] += count;
    }

    /// <summary>Empties every slot.</summary>
    public void Clear()
    {
        Array.Clear(_slots);
        Array.Clear(_held);
    }

    /// <summary>Makes this a copy of another inventory.</summary>
    public void CopyFrom(Inventory other)
    {
        other._slots.CopyTo(_slots, 0);
        other._held.CopyTo(_held, 0);
    }

    /// <summary>Whether so many blocks more of a kind would fit.</summary>
    public bool HasRoomFor(Block block, int count)
    {
        foreach (var slot in _slots)
        {
            count -= RoomIn(slot, block);
            if (count <= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Takes blocks of a kind out, from the first slots on. There must be as many.</summary>
    public void Take(Block block, int count)
    {
        for (var i = 0; count > 0; i++)
        {
            if (_slots[i].Block == block)
            {
                var taken = Math.Min(count, _slots[i].Count);
                SetSlot(i, block, _slots[i].Count - taken);
                count -= taken;
            }
        }
    }

    /// <summary>Puts blocks of a kind in, into the first slots with room. There must be room.</summary>
    public void Put(Block block, int count)
    {
        for (var i = 0; count > 0; i++)
        {
            var put = Math.Min(count, RoomIn(_slots[i], block));
            if (put > 0)
            {
                SetSlot(i, block, _slots[i].Count + put);
                count -= put;
            }
        }
    }

    private static int RoomIn(Slot slot, Block block) => slot.Count == 0 || slot.Block == block ? StackSize - slot.Count : 0;
}
