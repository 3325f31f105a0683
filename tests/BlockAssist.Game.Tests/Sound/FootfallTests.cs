using System.Numerics;
using BlockAssist.Game.Sound;

namespace BlockAssist.Game.Tests.Sound;

public sealed class FootfallTests
{
    [Fact]
    public void Who_walks_ten_blocks_is_heard_five_times()
    {
        var footfall = new Footfall(Vector3.Zero);
        var steps = 0;

        for (var frame = 1; frame <= 100; frame++)
        {
            steps += footfall.Follow(new Vector3(0.1f * frame, 0, 0), isOnGround: true) ? 1 : 0;
        }

        Assert.Equal(5, steps);
    }

    [Fact]
    public void Who_flies_is_not_heard_until_landing()
    {
        var footfall = new Footfall(Vector3.Zero);

        for (var frame = 1; frame <= 100; frame++)
        {
            Assert.False(footfall.Follow(new Vector3(0.1f * frame, 2, 0), isOnGround: false));
        }

        Assert.True(footfall.Follow(new Vector3(10, 0, 0), isOnGround: true));
    }

    [Fact]
    public void Who_is_put_elsewhere_has_not_walked_there()
    {
        var footfall = new Footfall(Vector3.Zero);

        Assert.False(footfall.Follow(new Vector3(40, 0, 0), isOnGround: true));
    }
}
