using System.Text;
using BlockAssist.Game.Settings;

namespace BlockAssist.Game.Tests.Settings;

/// <summary>Settings that somebody has edited, or a crash has hit.</summary>
public sealed class SettingsTextTests
{
    [Theory]
    [InlineData("""{"hud":{},"hud":{}}""")]
    [InlineData("""{"video":{"a":1,"a":2}}""")]
    [InlineData("""{"\ud800":{}}""")]
    [InlineData("""{"sound":{"\ud800":1}}""")]
    public void What_says_a_thing_twice_or_in_letters_that_are_none_is_wrong_as_a_whole(string text)
    {
        var wrong = new List<string>();

        var read = SettingsText.Read(Encoding.UTF8.GetBytes(text), "settings.json", wrong);

        Assert.Equal(["the whole file"], wrong);
        Assert.Equal(SettingsText.Write(new GameSettings()), SettingsText.Write(read));
    }

    [Fact]
    public void A_value_in_letters_that_are_none_costs_itself_only()
    {
        var wrong = new List<string>();
        var text = Encoding.UTF8.GetString(SettingsText.Write(new GameSettings())).Replace("\"W\"", "\"\\ud800\"", StringComparison.Ordinal);
        Assert.Contains("ud800", text, StringComparison.Ordinal);

        SettingsText.Read(Encoding.UTF8.GetBytes(text), "settings.json", wrong);

        Assert.StartsWith("bindings.", Assert.Single(wrong), StringComparison.Ordinal);
    }
}
