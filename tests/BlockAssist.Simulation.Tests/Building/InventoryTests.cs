using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;
using CsCheck;

namespace BlockAssist.Simulation.Tests.Building;

public sealed class InventoryTests
{
    [Fact]
    public void Blocks_fill_the_first_slots_with_room_and_leave_the_first_that_have_any()
    {
        var inventory = new Inventory();
        inventory.Put(Block.Wool, 70);
        inventory.Put(Block.Stone, 1);

        inventory.Take(Block.Wool, 65);

        Assert.Equal(
            [new Inventory.Slot(Block.Wool, 0), new Inventory.Slot(Block.Wool, 5), new Inventory.Slot(Block.Stone, 1)],
            inventory.Slots[..3].ToArray());
    }

    [Fact]
    public void An_emptied_slot_remembers_its_kind_but_takes_another()
    {
        var inventory = new Inventory();
        inventory.Put(Block.Wool, 1);
        inventory.Take(Block.Wool, 1);
        Assert.Equal(new Inventory.Slot(Block.Wool, 0), inventory.Slots[0]);

        inventory.Put(Block.Glass, 2);

        Assert.Equal(new Inventory.Slot(Block.Glass, 2), inventory.Slots[0]);
    }

    [Fact]
    public void Nothing_is_lost_or_gained_by_putting_and_taking() =>
        Gen.Select(Gen.Int[2, 9], Gen.Int[1, 200]).Array[0, 60].Sample(moves =>
        {
            var inventory = new Inventory();
            var expected = new int[Palette.Count];
            foreach (var (block, count) in moves)
            {
                if (inventory.HasRoomFor((Block)block, count))
                {
                    inventory.Put((Block)block, count);
                    expected[block] += count;
                }
                else
                {
                    inventory.Take((Block)block, expected[block]);
                    expected[block] = 0;
                }

                Assert.Equal(expected, inventory.Held.ToArray());
                Assert.Equal(expected.Sum(), inventory.Slots.ToArray().Sum(slot => slot.Count));
                Assert.Equal(expected.Count(held => held > 0), inventory.KindCount);
            }
        });

    [Fact]
    public void Thirty_six_stacks_are_full()
    {
        var inventory = new Inventory();

        inventory.Put(Block.Dirt, Inventory.SlotCount * Inventory.StackSize);

        Assert.False(inventory.HasRoomFor(Block.Dirt, 1));
        Assert.False(inventory.HasRoomFor(Block.Glass, 1));
    }
}
