using BlockAssist.Cli;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Supervision;

using var interruption = new Interruption();
EndWithStarter.Watch(Environment.GetEnvironmentVariable, Console.OpenStandardInput(), interruption.Cancel, Environment.Exit);
var runner = new CommandRunner(Verbs.Root(Verbs.All()), Surroundings.OfProcess());

return (int)await runner.RunAsync(args, interruption.Token);
