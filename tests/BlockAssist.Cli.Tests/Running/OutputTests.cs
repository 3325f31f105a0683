using System.Text.Json.Serialization;
using BlockAssist.Cli.Running;
using Spectre.Console;

namespace BlockAssist.Cli.Tests.Running;

public sealed partial class OutputTests
{
    [Fact]
    public void Json_is_one_object_with_its_text_readable()
    {
        var (output, text) = Make(json: true);

        output.Result(new Words("Böden & \"Dächer\" +1"), WordsJson.Default.Words, _ => "not this");

        Assert.Equal("{\"Text\":\"Böden & \\\"Dächer\\\" +1\"}" + Environment.NewLine, text.ToString());
    }

    [Fact]
    public void A_table_in_a_pipe_is_not_folded_and_has_no_blanks_at_its_ends()
    {
        var (output, text) = Make(json: false);

        output.Result(new Words(new string('x', 300)), WordsJson.Default.Words, words => new Table().NoBorder().AddColumns("a", "b").AddRow("1", words.Text));

        Assert.All(text.ToString().Split(Environment.NewLine), line => Assert.Equal(line.TrimEnd(), line));
        Assert.Contains(new string('x', 300), text.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_command_has_one_result()
    {
        var (output, _) = Make(json: true);
        output.Result(new Words("first"), WordsJson.Default.Words, _ => "");

        Assert.Throws<InvalidOperationException>(() => output.Result(new Words("second"), WordsJson.Default.Words, _ => ""));
    }

    [Fact]
    public void A_failure_after_the_result_adds_no_second_object()
    {
        var (output, text) = Make(json: true);
        output.Result(new Words("first"), WordsJson.Default.Words, _ => "");

        output.Failed(new Failure("too late"));

        Assert.DoesNotContain("too late", text.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_a_screen_a_result_is_kept_new_until_it_is_interrupted()
    {
        using var stop = new CancellationTokenSource();
        var (output, text) = Make(json: false, isTerminal: true);
        var looks = 0;

        await output.ResultLiveAsync(Look, WordsJson.Default.Words, words => new Text(words.Text), TimeSpan.FromMilliseconds(1), stop.Token);

        Assert.Equal(4, looks);
        Assert.Contains("look 1", text.ToString(), StringComparison.Ordinal);
        Assert.Contains("look 4", text.ToString(), StringComparison.Ordinal);

        Task<Words> Look()
        {
            if (++looks == 4)
            {
                stop.Cancel();
            }

            return Task.FromResult(new Words($"look {looks}"));
        }
    }

    [Theory]
    [InlineData(false, false, "look 1")]
    [InlineData(true, false, "{\"Text\":\"look 1\"}")]
    [InlineData(true, true, "{\"Text\":\"look 1\"}")]
    public async Task Where_nobody_looks_a_live_result_is_written_once(bool json, bool isTerminal, string expected)
    {
        var (output, text) = Make(json, isTerminal);
        var looks = 0;

        await output.ResultLiveAsync(
            () => Task.FromResult(new Words($"look {++looks}")), WordsJson.Default.Words, words => new Text(words.Text), TimeSpan.FromDays(1), TestContext.Current.CancellationToken);

        Assert.Equal((1, expected + Environment.NewLine), (looks, text.ToString()));
    }

    private static (Output Output, StringWriter Text) Make(bool json, bool isTerminal = false)
    {
        var text = new StringWriter();
        return (new Output(new Surroundings { Out = text, Error = TextWriter.Null, Variable = _ => null, OutIsTerminal = isTerminal }, json), text);
    }

    internal sealed record Words(string Text);

    [JsonSerializable(typeof(Words))]
    internal sealed partial class WordsJson : JsonSerializerContext;
}
