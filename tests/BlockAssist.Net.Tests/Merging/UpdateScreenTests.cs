using BlockAssist.Net.Merging;

namespace BlockAssist.Net.Tests.Merging;

public sealed class UpdateScreenTests
{
    private const int Length = 500;

    private static readonly float[] Truth = SomeUpdates.Truth(Length);

    [Fact]
    public void Honest_updates_pass() => Assert.All(Screen(), fault => Assert.Equal(ScreenFault.None, fault));

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void What_is_no_number_is_found_wherever_it_stands(float number)
    {
        foreach (var at in new[] { 0, 17, Length - 1 })
        {
            var update = (float[])Truth.Clone();
            update[at] = number;
            Assert.Equal(ScreenFault.NotFinite, Screen(update)[^1]);
        }
    }

    [Fact]
    public void Updates_of_another_length_are_none() => Assert.Equal(ScreenFault.WrongLength, Screen(new float[Length + 1])[^1]);

    [Theory]
    [InlineData(0, ScreenFault.TooShort)]
    [InlineData(0.3, ScreenFault.TooShort)]
    [InlineData(3.7, ScreenFault.TooLong)]
    [InlineData(1e30, ScreenFault.TooLong)]
    public void What_is_far_longer_or_shorter_than_the_others_stands_out(double times, ScreenFault fault) =>
        Assert.Equal(fault, Screen(Array.ConvertAll(Truth, number => (float)(times * number)))[^1]);

    [Fact]
    public void The_later_one_of_two_that_are_the_same_is_the_copy()
    {
        var original = SomeUpdates.Honest(1, Truth, seed: 8)[0].Change;
        float[] longer = [.. original.ToArray().Select(number => 1.4f * number)];

        var faults = new UpdateScreen(Length).Of([original, .. SomeUpdates.Honest(4, Truth).Select(update => update.Change), longer]);

        Assert.Equal(ScreenFault.None, faults[0]);
        Assert.Equal(ScreenFault.Copy, faults[^1]);
    }

    // What is learnt may grow with the steps or with their root.
    [Theory]
    [InlineData(0.5)]
    [InlineData(1)]
    public void Short_leases_are_as_plausible_as_long_ones_however_many_there_are(double growth)
    {
        int[] segments = [1, 1, 1, 1, 1, 1, 4, 16, 64, 64];
        var updates = SomeUpdates.Honest(segments.Length, Truth).Zip(segments, (update, count) => new ScreenedUpdate(
            Array.ConvertAll(update.Change.ToArray(), number => (float)(number * Math.Pow(count, growth))), count));

        Assert.All(new UpdateScreen(Length).Of([.. updates]), fault => Assert.Equal(ScreenFault.None, fault));
    }

    [Fact]
    public void Many_new_peers_do_not_say_how_long_updates_are_beside_those_with_a_name()
    {
        var honest = SomeUpdates.Honest(12, Truth);
        var named = honest.Take(3).Select(update => new ScreenedUpdate(update.Change));
        var crowd = honest.Skip(3).Select(update => new ScreenedUpdate(Array.ConvertAll(update.Change.ToArray(), number => number * 100), SetsLength: false));

        var faults = new UpdateScreen(Length).Of([.. named, .. crowd]);

        Assert.All(faults.Take(3), fault => Assert.Equal(ScreenFault.None, fault));
        Assert.All(faults.Skip(3), fault => Assert.Equal(ScreenFault.TooLong, fault));
    }

    [Fact]
    public void Where_nobody_sends_anything_nothing_is_said() => Assert.Empty(new UpdateScreen(Length).Of(Array.Empty<ScreenedUpdate>()));

    private static IReadOnlyList<ScreenFault> Screen(params float[][] others) =>
        new UpdateScreen(Length).Of([.. SomeUpdates.Honest(6, Truth).Select(update => update.Change), .. others.Select(update => (ReadOnlyMemory<float>)update)]);
}
