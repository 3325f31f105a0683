using System.CommandLine;
using System.CommandLine.Invocation;
using System.Diagnostics;
using BlockAssist.Cli.Configuring;
using BlockAssist.Cli.Supervision;

namespace BlockAssist.Cli.Running;

/// <summary>Runs one command line from its words to its exit code: the border where every exception ends.</summary>
internal sealed class CommandRunner(Verb root, Surroundings surroundings)
{
    /// <summary>How words are read: one that begins with @ is a word, not a file of options.</summary>
    public static readonly ParserConfiguration Words = new() { ResponseFileTokenReplacer = null };

    /// <summary>Runs the command line.</summary>
    public async Task<ExitCode> RunAsync(IReadOnlyList<string> args, CancellationToken cancellation)
    {
        var parsed = root.Parse(args, Words);
        var output = new Output(surroundings, Output.JsonIsIn(parsed));
        if (args.Contains(""))
        {
            output.Failed(new Failure("One of the words is empty", "A path or a number is missing there."));
            return ExitCode.Usage;
        }

        try
        {
            parsed = WithSettings(args, parsed);
        }
        catch (Exception exception) when (Failure.IsForeseen(exception))
        {
            output.Failed(Failure.Of(exception));
            return ExitCode.Usage;
        }

        return parsed.Action switch
        {
            ParseErrorAction => UsageMistake.Report(parsed, output),
            null when parsed.CommandResult.Command is Verb { Work: not null } verb => await RunAsync(verb, parsed, output, cancellation),
            null => throw new UnreachableException("A group without a verb is a usage mistake."),
            _ => (ExitCode)await parsed.InvokeAsync(Streams(), cancellation),
        };
    }

    // Whoever asks for help has it, whatever is in the file.
    private ParseResult WithSettings(IReadOnlyList<string> args, ParseResult parsed) => parsed is { Action: null, CommandResult.Command: Verb { HasSettings: true } }
        ? new Configuration(root, NodeHome.From(surroundings.Variable), surroundings.Variable).Complete(args, parsed)
        : parsed;

    private async Task<ExitCode> RunAsync(Verb verb, ParseResult parsed, Output output, CancellationToken cancellation)
    {
        var home = NodeHome.From(surroundings.Variable);
        var console = Consoles.Messages(surroundings);
        var options = LogOptions.Of(parsed);
        using var log = new NodeLog(home, options.IsJson ? new JsonLineSink(surroundings.Error) : new MessageSink(console), options);
        var context = new CommandContext(surroundings, output, home, log.Logger, new ProgressDisplay(console, surroundings.Clock));

        try
        {
            log.Logger.Debug("Command {Verb} begins", verb.Name);
            WarnOfStrays(verb, log.Logger);
            var code = await verb.Work!(parsed, context, cancellation);
            log.Logger.Debug("Command {Verb} ends with {ExitCode}", verb.Name, (int)code);
            return code;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            output.Failed(new Failure("Interrupted."));
            return ExitCode.Interrupted;
        }
        catch (Exception exception) when (Failure.IsForeseen(exception))
        {
            log.Logger.Debug(exception, "Command {Verb} failed as foreseen", verb.Name);
            output.Failed(Failure.Of(exception));
            return ExitCode.Failed;
        }
        catch (Exception exception)
        {
            ReportBug(exception, verb, log, output);
            return ExitCode.Bug;
        }
    }

    // Whoever started a process beside another one has heard it from that.
    private void WarnOfStrays(Verb verb, Serilog.ILogger log)
    {
        if (verb.HasSettings && surroundings.Variable(EndWithStarter.Variable) is null)
        {
            foreach (var stray in StrayVariable.In(surroundings.Variables(), Setting.Of(root)))
            {
                log.Warning("{What}", stray.Line);
            }
        }
    }

    private void ReportBug(Exception exception, Verb verb, NodeLog log, Output output)
    {
        // Debug, so that the console keeps to the one line; the file has everything.
        log.Logger.Debug(exception, "Command {Verb} met a bug", verb.Name);
        if (log.FilePath is null)
        {
            surroundings.Error.WriteLine(exception);
        }

        var what = Failure.Of(exception);
        var where = log.FilePath is { } path ? $"The stack trace is at the end of {path}" : "The stack trace is above";
        output.Failed(new Failure($"This is a bug in BlockAssist: {exception.GetType().Name}: {what.Error}", where, log.FilePath));
    }

    private InvocationConfiguration Streams() => new()
    {
        Output = surroundings.Out,
        Error = surroundings.Error,
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = null,
    };
}
