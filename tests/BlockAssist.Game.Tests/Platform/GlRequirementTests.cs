using BlockAssist.Game.Platform;

namespace BlockAssist.Game.Tests.Platform;

public sealed class GlRequirementTests
{
    [Theory]
    [InlineData(2, 1, false)]
    [InlineData(3, 2, false)]
    [InlineData(3, 3, true)]
    [InlineData(4, 0, true)]
    public void OpenGl_3_3_and_newer_will_do(int major, int minor, bool enough) => Assert.Equal(enough, GlRequirement.IsMetBy(major, minor));
}
