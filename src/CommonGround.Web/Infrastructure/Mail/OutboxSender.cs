using System.Globalization;
using System.Net;
using System.Net.Mail;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Infrastructure.Mail;

/// <summary>
/// Sends what waits in the outbox. Each message is claimed by one update that only one of many senders can win, and comes free again
/// if its sender stops; so it is sent at least once, under an id by which a mail server can tell that it is the same.
/// </summary>
public sealed partial class OutboxSender(
    IServiceScopeFactory scopes, MailSettings settings, Texts texts, TimeProvider clock, ILogger<OutboxSender> log) : BackgroundService
{
    /// <summary>How long a claimed message stays claimed.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    private const int AtMostTogether = 20;
    private const int AtMostTries = 12;

    /// <summary>Sends all that is due now; the number that went out.</summary>
    public async Task<int> SendDue(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CommonGroundDb>();
        var now = clock.UtcNow();
        var due = await db.Outbox.AsNoTracking().Where(m => m.SentAt == null && m.NotBefore <= now && m.Attempts < AtMostTries)
            .OrderBy(m => m.NotBefore).Take(AtMostTogether).ToListAsync(cancel);
        var sent = 0;
        foreach (var message in due)
        {
            if (await Claim(db, message, cancel) && await Send(db, message, cancel))
                sent++;
        }

        return sent;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.Smtp is null)
        {
            NotConfigured(log);
            return;
        }

        using var timer = new PeriodicTimer(settings.Every);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await SendDue(stoppingToken);
            }
            // Whatever it was: a process does not end because a letter did not go out.
            catch (Exception stopped) when (!stoppingToken.IsCancellationRequested)
            {
                LookFailed(log, stopped);
            }
        }
    }

    private async Task<bool> Claim(CommonGroundDb db, OutboxMessage message, CancellationToken cancel)
    {
        var now = clock.UtcNow();
        var until = now + Lease;
        return await db.Outbox.Where(m => m.Id == message.Id && m.SentAt == null && m.NotBefore <= now && m.Attempts == message.Attempts)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.Attempts, m => m.Attempts + 1).SetProperty(m => m.NotBefore, until), cancel) == 1;
    }

    private async Task<bool> Send(CommonGroundDb db, OutboxMessage message, CancellationToken cancel)
    {
        var to = await db.Persons.AsNoTracking().FirstOrDefaultAsync(p => p.Id == message.ToPersonId, cancel);
        var tries = message.Attempts + 1;
        try
        {
            // Whoever has no address meets it when they next sign in.
            if (to?.Email is { Length: > 0 })
                await Deliver(message, Letter.Of(message, to, settings.PublicAddress, texts), cancel);
        }
        // Whatever it was: the letters after it are not held up.
        catch (Exception refused) when (!cancel.IsCancellationRequested)
        {
            var again = clock.UtcNow() + TimeSpan.FromMinutes(Math.Min(Math.Pow(2, tries), 360));
            await db.Outbox.Where(m => m.Id == message.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.NotBefore, again), cancel);
            // The exception can name the receiver: its kind and the server's answer are enough.
            NotSent(log, message.Id, tries, (refused as SmtpException)?.StatusCode.ToString() ?? refused.GetType().Name);
            return false;
        }

        // What opens a door is not kept longer than it is needed.
        var sentAt = clock.UtcNow();
        await db.Outbox.Where(m => m.Id == message.Id).ExecuteUpdateAsync(
            set => set.SetProperty(m => m.SentAt, sentAt).SetProperty(m => m.Code, (string?)null).SetProperty(m => m.Path, ""), cancel);
        return true;
    }

    private async Task Deliver(OutboxMessage message, Letter letter, CancellationToken cancel)
    {
        var server = settings.Smtp!;
        using var client = new SmtpClient(server.Host, server.Port) { EnableSsl = server.Encrypted, Timeout = 30_000 };
        if (server.User is not null)
            client.Credentials = new NetworkCredential(server.User, server.Password);

        using var mail = new MailMessage(new MailAddress(settings.From, message.Sender), new MailAddress(letter.To, letter.ToName))
        {
            Subject = letter.Subject, Body = letter.Body, IsBodyHtml = false,
        };
        mail.Headers.Add("Message-ID", string.Create(CultureInfo.InvariantCulture, $"<{message.Id:N}@{new MailAddress(settings.From).Host}>"));
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        await client.SendMailAsync(mail, cancel);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "COMMONGROUND_SMTP is not set: messages stay in the outbox.")]
    private static partial void NotConfigured(ILogger log);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Message {Id} did not go out at try {Tries}: {Answer}. It is tried again.")]
    private static partial void NotSent(ILogger log, Guid id, int tries, string answer);

    [LoggerMessage(Level = LogLevel.Error, Message = "The outbox could not be read.")]
    private static partial void LookFailed(ILogger log, Exception stopped);
}
