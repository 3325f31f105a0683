using System.CommandLine;
using System.Net;
using BlockAssist.Cli.Dashboard;
using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Commands;

/// <summary><c>blockassist dashboard</c>: what the node does and has done, as a page in a browser.</summary>
internal static class DashboardCommand
{
    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var port = Ranged.Option("--port", "The port.", DashboardOptions.UsualPort, (0, ushort.MaxValue));
        var listen = new Option<string>("--listen")
        {
            Description = "The address at which it listens. Anything but loopback needs a token, also to read.",
            HelpName = "IP",
            DefaultValueFactory = _ => $"{IPAddress.Loopback}",
        };
        var token = new Option<FileInfo?>("--token-file")
        {
            Description = "A file whose first line is a token; one is made up where there is no file. Who gives it in the page may change which model plays, and whether contributions are recorded; without this option the page only shows.",
            HelpName = "FILE",
        };
        var verb = new Verb(
            "dashboard",
            "A page in a browser: what the node does, how much the assistant helps, sessions, learning, rounds, credit, models, the machine. Runs until Ctrl+C.",
            new Example("blockassist dashboard", "prints the address to open"),
            new Example("blockassist dashboard --token-file token.txt", "models can be changed by who knows the token"))
        {
            port, listen, token,
        };
        verb.TakesSettings();
        verb.Validators.Add(result =>
        {
            if (result.GetValue(listen) is { } address && !IPAddress.TryParse(address, out _))
            {
                result.AddError($"'{address}' is no address, expected one such as 127.0.0.1");
            }
        });
        verb.RunsAsync(async (parsed, context, cancellation) =>
        {
            var options = new DashboardOptions
            {
                Listen = new IPEndPoint(IPAddress.Parse(parsed.GetRequiredValue(listen)), parsed.GetValue(port)),
                Token = parsed.GetValue(token) is { } file ? DashboardToken.In(file.FullName) : null,
            };
            await using var server = await DashboardServer.StartAsync(context, options, cancellation);
            context.Output.Result(new DashboardReport($"{server.Address}"), DashboardReportJson.Default.DashboardReport, report => $"The dashboard is at {report.Address}. Ctrl+C ends it.");
            await Task.Delay(Timeout.InfiniteTimeSpan, context.Surroundings.Clock, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return ExitCode.Done;
        });
        return verb;
    }
}
