using BlockAssist.Game.Platform;
using CsCheck;

namespace BlockAssist.Game.Tests.Platform;

public sealed class InputRingTests
{
    [Fact]
    public void Events_come_out_in_the_order_they_went_in()
    {
        var ring = new InputRing();

        ring.Add(InputEvent.KeyDown(GlfwKey.W, KeyModifiers.Shift, scanCode: 25));
        ring.Add(InputEvent.Character('W'));
        ring.Add(InputEvent.MouseDown(MouseButton.Right, 3, 4));
        ring.Add(InputEvent.KeyUp(GlfwKey.W));

        var taken = Drain(ring);
        Assert.Equal([InputEventKind.KeyDown, InputEventKind.Character, InputEventKind.MouseDown, InputEventKind.KeyUp], taken.Select(one => one.Kind));
        Assert.Equal((GlfwKey.W, KeyModifiers.Shift, 25), (taken[0].Key, taken[0].Modifiers, taken[0].ScanCode));
        Assert.Equal("W", taken[1].Rune.ToString());
        Assert.Equal((MouseButton.Right, 3f, 4f), (taken[2].Button, taken[2].X, taken[2].Y));
    }

    [Fact]
    public void An_empty_ring_says_so()
    {
        var ring = new InputRing();

        Assert.False(ring.TryTake(out var nothing));

        Assert.Equal(InputEventKind.None, nothing.Kind);
        Assert.Empty(nothing.Files);
    }

    [Fact]
    public void Motions_that_follow_each_other_become_one()
    {
        var ring = new InputRing();

        ring.Add(InputEvent.Motion(1, 2));
        ring.Add(InputEvent.Motion(10, 20));
        ring.Add(InputEvent.KeyDown(GlfwKey.A));
        ring.Add(InputEvent.Motion(100, 200));

        Assert.Equal([InputEvent.Motion(11, 22), InputEvent.KeyDown(GlfwKey.A), InputEvent.Motion(100, 200)], Drain(ring));
    }

    [Fact]
    public void A_full_ring_adds_its_oldest_motion_to_the_next_and_keeps_every_key()
    {
        var ring = new InputRing(capacity: 4);
        ring.Add(InputEvent.KeyDown(GlfwKey.A));
        ring.Add(InputEvent.Motion(1, 2));
        ring.Add(InputEvent.KeyDown(GlfwKey.B));
        ring.Add(InputEvent.Motion(10, 20));

        ring.Add(InputEvent.KeyDown(GlfwKey.C));

        Assert.Equal(4, ring.Capacity);
        Assert.Equal(
            [InputEvent.KeyDown(GlfwKey.A), InputEvent.KeyDown(GlfwKey.B), InputEvent.Motion(11, 22), InputEvent.KeyDown(GlfwKey.C)], Drain(ring));
    }

    [Fact]
    public void A_ring_full_of_keys_grows()
    {
        var ring = new InputRing(capacity: 2);

        for (var key = GlfwKey.A; key <= GlfwKey.Z; key++)
        {
            ring.Add(InputEvent.KeyDown(key));
        }

        Assert.Equal(Enumerable.Range((int)GlfwKey.A, 26), Drain(ring).Select(one => (int)one.Key));
    }

    [Fact]
    public void Whatever_comes_and_goes_no_key_and_no_way_of_the_mouse_is_lost() =>
        Gen.Int[-50, 50].Array[0, 200].Sample(steps =>
        {
            var ring = new InputRing(capacity: 4);
            var taken = new List<InputEvent>();
            foreach (var step in steps)
            {
                switch (step)
                {
                    case < -30 when ring.TryTake(out var happened):
                        taken.Add(happened);
                        break;
                    case >= 0:
                        ring.Add(step % 2 == 0 ? InputEvent.Motion(step, -step) : InputEvent.KeyDown((GlfwKey)step));
                        break;
                }
            }

            taken.AddRange(Drain(ring));
            var told = steps.Where(step => step >= 0).ToList();
            Assert.Equal(told.Where(step => step % 2 == 1), taken.Where(one => one.Kind == InputEventKind.KeyDown).Select(one => (int)one.Key));
            Assert.Equal(told.Where(step => step % 2 == 0).Sum(), taken.Where(one => one.Kind == InputEventKind.Motion).Sum(one => one.X));
        });

    [Fact]
    public void Neither_adding_nor_taking_makes_garbage()
    {
        var ring = new InputRing();
        Turn(ring);

        Assert.Equal(0, Garbage.Of(() =>
        {
            for (var i = 0; i < 10_000; i++)
            {
                Turn(ring);
            }
        }));
    }

    [Fact]
    public void A_cleared_ring_is_empty()
    {
        var ring = new InputRing();
        ring.Add(InputEvent.FilesDropped(["house.schem"]));

        ring.Clear();

        Assert.Empty(Drain(ring));
    }

    [Fact]
    public void A_number_that_is_no_character_becomes_the_replacement_character() =>
        Assert.Equal("\uFFFD", InputEvent.Character(0xD800).Rune.ToString());

    private static void Turn(InputRing ring)
    {
        ring.Add(InputEvent.KeyDown(GlfwKey.Space));
        ring.Add(InputEvent.Motion(1, 1));
        while (ring.TryTake(out _))
        {
        }
    }

    private static List<InputEvent> Drain(InputRing ring)
    {
        var taken = new List<InputEvent>();
        while (ring.TryTake(out var happened))
        {
            taken.Add(happened);
        }

        return taken;
    }
}
