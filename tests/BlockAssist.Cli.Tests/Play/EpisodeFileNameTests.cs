using BlockAssist.Cli.Play;

namespace BlockAssist.Cli.Tests.Play;

public sealed class EpisodeFileNameTests
{
    [Theory]
    [InlineData("house-7", "house-7")]
    [InlineData("../../etc/passwd", "-..-etc-passwd")]
    [InlineData("..", "goal")]
    [InlineData("", "goal")]
    [InlineData("Hütte am See", "H-tte-am-See")]
    public void A_strangers_name_for_a_goal_cannot_leave_the_folder(string goal, string name) => Assert.Equal(name, EpisodeFileName.Of(goal));
}
