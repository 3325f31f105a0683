using BlockAssist.Cli;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Supervision;

using var interruption = new Interruption();
EndWithStarter.Watch(Environment.GetEnvironmentVariable, Console.OpenStandardInput(), interruption.Cancel, Environment.Exit);
var runner = new CommandRunner(Verbs.Root(Verbs.All()), Surroundings.OfProcess());

if (WindowsService.IsAskedFor)
{
    using var service = new WindowsService(stop => runner.RunAsync(args, stop));
    return service.RunToEnd();
}

return (int)await runner.RunAsync(args, interruption.Token);
