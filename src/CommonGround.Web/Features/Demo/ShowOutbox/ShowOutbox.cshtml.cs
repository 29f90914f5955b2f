using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Infrastructure.Mail;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Demo.ShowOutbox;

/// <summary>In the demo: the messages that would be sent, as they would be sent.</summary>
[DemoOnly]
public sealed class ShowOutboxModel(CommonGroundDb db, MailSettings mail, Texts texts) : PageModel
{
    private const int AtMost = 50;

    public IReadOnlyList<(Letter Letter, string From, string? Path, DateTime At)> Letters { get; private set; } = [];

    public async Task OnGet()
    {
        var messages = await db.Outbox.AsNoTracking().OrderByDescending(m => m.CreatedAt).Take(AtMost).ToListAsync();
        var ids = messages.Select(m => m.ToPersonId).ToHashSet();
        // Who it goes to, also where their identity is protected: the letter itself leaves the name out.
        var people = await db.Persons.IgnoreQueryFilters([CommonGroundDb.IdentityFilter]).AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id);
        Letters =
        [
            .. messages.Select(m => (Letter.Of(m, people[m.ToPersonId], mail.PublicAddress, texts), m.Sender,
                m.Path.Length > 0 ? m.Path : null, m.CreatedAt)),
        ];
    }
}
