using CommonGround.Domain.Cases;
using CommonGround.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommonGround.Web.Persistence.Mappings;

internal sealed class MeetingMappings :
    IEntityTypeConfiguration<Meeting>, IEntityTypeConfiguration<BoardPoint>, IEntityTypeConfiguration<Agreement>,
    IEntityTypeConfiguration<Difference>, IEntityTypeConfiguration<MeetingPresence>
{
    public void Configure(EntityTypeBuilder<Meeting> builder)
    {
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.HasOne<Case>().WithMany().HasForeignKey(m => m.CaseId);
        builder.Ignore(m => m.Sides).Ignore(m => m.Present);
        builder.Property(m => m.Times).HasJson();
        builder.Property(m => m.Participants).HasJson();
        builder.Property(m => m.Agenda).HasJson();
    }

    public void Configure(EntityTypeBuilder<BoardPoint> builder)
    {
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.HasOne<Meeting>().WithMany().HasForeignKey(p => p.MeetingId);
    }

    public void Configure(EntityTypeBuilder<Agreement> builder)
    {
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Yeses).HasJson();
        builder.Ignore(a => a.Work).Ignore(a => a.Terms);
        builder.HasOne<Meeting>().WithMany().HasForeignKey(a => a.MeetingId);
    }

    public void Configure(EntityTypeBuilder<Difference> builder)
    {
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.HasOne<Meeting>().WithMany().HasForeignKey(d => d.MeetingId);
    }

    public void Configure(EntityTypeBuilder<MeetingPresence> builder)
    {
        builder.HasKey(p => new { p.MeetingId, p.PartyId });
        builder.HasOne<Meeting>().WithMany().HasForeignKey(p => p.MeetingId);
    }
}
