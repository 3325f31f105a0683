using BlockAssist.Cli;
using BlockAssist.Cli.Running;

using var interruption = new Interruption();
var runner = new CommandRunner(Verbs.Root(Verbs.All()), Surroundings.OfProcess());

return (int)await runner.RunAsync(args, interruption.Token);
