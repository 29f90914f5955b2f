using CommonGround.Web.Commands;

return await CommandLine.Root(args).Parse(args).InvokeAsync();

/// <summary>The program: without a command it serves; <c>--help</c> lists the commands.</summary>
public partial class Program;
