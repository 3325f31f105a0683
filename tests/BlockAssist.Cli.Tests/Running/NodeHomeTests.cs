using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Tests.Running;

public sealed class NodeHomeTests
{
    [Fact]
    public void The_environment_names_the_home() =>
        Assert.Equal(Path.GetFullPath("there"), NodeHome.From(name => name == "BLOCKASSIST_HOME" ? "there" : null).Path);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Without_it_the_home_is_in_the_data_folder_of_the_platform(string? unset)
    {
        var home = NodeHome.From(_ => unset);

        Assert.True(Path.IsPathRooted(home.Path));
        Assert.Equal("blockassist", Path.GetFileName(home.Path), ignoreCase: true);
    }
}
