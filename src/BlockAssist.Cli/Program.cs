using BlockAssist.Cli;
using BlockAssist.Cli.Running;

using var interruption = new Interruption();
var runner = new CommandRunner(Verbs.Root(Verbs.All()), Surroundings.OfProcess());

if (WindowsService.IsAskedFor)
{
    using var service = new WindowsService(stop => runner.RunAsync(args, stop));
    return service.RunToEnd();
}

return (int)await runner.RunAsync(args, interruption.Token);
