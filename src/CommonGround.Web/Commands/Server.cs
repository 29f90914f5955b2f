using CommonGround.Web.Features.Cases;
using CommonGround.Web.Features.Demo;
using CommonGround.Web.Features.Emergency;
using CommonGround.Web.Features.Episodes;
using CommonGround.Web.Features.Health;
using CommonGround.Web.Features.Interviews;
using CommonGround.Web.Features.Invitations;
using CommonGround.Web.Features.Meetings;
using CommonGround.Web.Features.Mine;
using CommonGround.Web.Features.MyAccount;
using CommonGround.Web.Features.Plans;
using CommonGround.Web.Features.Privacy;
using CommonGround.Web.Features.Sharing;
using CommonGround.Web.Features.SickNotes;
using CommonGround.Web.Features.SignIn;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Accounts;
using CommonGround.Web.Infrastructure.Asked;
using CommonGround.Web.Infrastructure.Audit;
using CommonGround.Web.Infrastructure.Changes;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Infrastructure.Live;
using CommonGround.Web.Infrastructure.Mail;
using CommonGround.Web.Infrastructure.Programmes;
using CommonGround.Web.Infrastructure.Retention;
using CommonGround.Web.Infrastructure.SickLeave;
using CommonGround.Web.Infrastructure.SignIn;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CommonGround.Web.Commands;

/// <summary>Puts the program together: for serving, and for every other command.</summary>
internal static class Server
{
    /// <summary>Built, with the database at its newest schema, ready to run.</summary>
    public static async Task<WebApplication> Prepare(string[] args)
    {
        var app = Build(args);
        await using var alone = await OneStartAtATime.Begin(app.Configuration);
        await Prepare(app);
        return app;
    }

    /// <summary>The same, with the keys of cookies and forms at hand: those that the other processes on the database have.</summary>
    public static async Task<WebApplication> PrepareToServe(string[] args)
    {
        var app = Build(args);
        await using var alone = await OneStartAtATime.Begin(app.Configuration);
        await Prepare(app);
        KeysSealed.Check(app.Services.GetRequiredService<PlainDatabase>(), app.Services.GetRequiredService<KeySeal>());
        KeysSealed.MakeFirst(app.Services.GetRequiredService<IDataProtectionProvider>());
        return app;
    }

    private static async Task Prepare(WebApplication app)
    {
        await SchemaUpdate.Apply(app.Services.GetRequiredService<PlainDatabase>());
        await app.Services.GetRequiredService<DefinitionStore>().Publish(app.Services.GetRequiredService<ProgrammeLibrary>().Published);
        if (app.Services.GetRequiredService<DemoMode>().On)
            await DemoWorld.LoadIfEmpty(app.Services);
    }

    private static WebApplication Build(string[] args)
    {
        // Published, the files stand beside the program, wherever it is started from; in a checkout, where the project is.
        var published = Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot"));
        Ahead(TextStore.ReadAhead);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = published ? AppContext.BaseDirectory : null });
        Ahead(() => DatabaseSetup.MakeModel(builder.Configuration));
        builder.WebHost.UseUrls($"http://{builder.Configuration["COMMONGROUND_LISTEN"] ?? "localhost"}:{builder.Configuration["COMMONGROUND_PORT"] ?? "5080"}");
        // Each statement and each step of a request on the console would bury what is worth reading, and slow both down.
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        AddHouse(builder.Services);
        builder.AddRequestLimits();
        builder.WebHost.UseStaticWebAssets();
        builder.Services.AddHouseUi(builder.Configuration);

        var app = builder.Build();
        Ahead(() => app.Services.GetRequiredService<ProgrammeLibrary>());
        Use(app);
        AccessDeclarations.Check(typeof(Server).Assembly, ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints));
        return app;
    }

    // What a start needs later and nothing of the rest: another core makes it meanwhile, and whoever needs it first waits for it. Should
    // it not come about, they make it themselves, and hear why.
    private static void Ahead(Action make) => _ = Task.Run(make);

    private static void AddHouse(IServiceCollection services)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(Console.Out);
        services.AddSingleton<DemoMode>();
        services.AddSingleton(_ => DemoFile.Read(Path.Combine(AppContext.BaseDirectory, "content", "demo", "world.yaml")));
        services.AddSingleton<SharingMatrices>();
        services.AddSingleton<LiveUpdates>();
        services.AddHostedService<BetweenNodes>();
        services.AddSingleton<IInterceptor>(DisclosureInterceptor.Instance);
        services.AddSingleton<AccessLog>();
        services.AddHostedService(provider => provider.GetRequiredService<AccessLog>());
        services.AddScoped<Disclosures>();
        services.AddScoped<CaseChanges>();
        services.AddScoped<MyParts>();
        services.AddCasePages();
        services.AddInterviews();
        services.AddPlans();
        services.AddMeetings();
        services.AddSickLeave();
        services.AddEpisodes();
        services.AddSickNotes();
        services.AddDatabase();
        services.AddSignIn();
        services.AddAccounts();
        services.AddAccountPages();
        services.AddScoped<SignInHandler>();
        services.AddMail();
        services.AddAudit();
        services.AddInvitations();
        services.AddSharing();
        services.AddScoped<IAsk, AsksInDatabase>();
        services.AddPrivacy();
        services.AddMine();
        services.AddRetention();
        services.AddSingleton<EmergencyGate>();
        services.AddEmergency();
        services.AddScoped<Features.Protection.ProtectionHandler>();
        services.AddHttpContextAccessor();
    }

    private static void Use(WebApplication app)
    {
        app.UseTrustedProxies();
        app.UseHouseUi();
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseSizeLimit();
        app.UseLanguage();
        app.UseMiddleware<AccessGate>();
        app.UseAuthorization();
        app.MapHealth();
        app.MapMeetings();
        app.MapHouseUi();
    }
}
